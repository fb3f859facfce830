import type { ReactElement, ReactNode } from 'react'
import { type TooltipBinding, useTooltip } from './useTooltip.tsx'

/** A tooltip around your own element. */
export interface TooltipProps {
  text: ReactNode
  /** False if the text only repeats the name of its anchor. @default true */
  describes?: boolean
  /** Renders the anchor with these handlers. */
  children: (anchor: TooltipBinding['anchor']) => ReactElement
}

/** A tooltip around an element. Buttons have their own: use their `reason` and `label`. */
export function Tooltip({ text, describes, children }: TooltipProps) {
  const { anchor, tooltip } = useTooltip({ text, describes })
  return (
    <>
      {children(anchor)}
      {tooltip}
    </>
  )
}
