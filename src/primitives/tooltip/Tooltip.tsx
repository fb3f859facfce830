import type { ReactElement, ReactNode } from 'react'
import { type TooltipBinding, useTooltip } from './useTooltip.tsx'

/** A tooltip around your own element. */
export interface TooltipProps {
  text: ReactNode
  /** False where the text only repeats the name of its anchor. @default true */
  describes?: boolean
  /** Draws the anchor with the handlers that it is given. */
  children: (anchor: TooltipBinding['anchor']) => ReactElement
}

/** Says more about what it is wrapped around. Buttons bring their own: see `reason` and `label` there. */
export function Tooltip({ text, describes, children }: TooltipProps) {
  const { anchor, tooltip } = useTooltip({ text, describes })
  return (
    <>
      {children(anchor)}
      {tooltip}
    </>
  )
}
