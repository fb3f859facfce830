import { type FocusEvent, type ReactNode, type RefObject, useRef, useState } from 'react'
import { useIsomorphicLayoutEffect } from '../element/useIsomorphicLayoutEffect.ts'
import { type TooltipBinding, useTooltip } from './useTooltip.tsx'

/** Handlers for the anchor, and the tooltip to put right after it. */
export interface LateTooltipBinding {
  anchor: Omit<TooltipBinding['anchor'], 'aria-describedby'>
  tooltip: ReactNode
}

/** What first opened the tooltip. */
interface Wish {
  anchor: HTMLElement
  /** Undefined for the keyboard. */
  pointerType: 'mouse' | 'pen' | 'touch' | undefined
}

/**
 * A tooltip that costs nothing until the pointer or the keyboard reaches its anchor: for texts that a table repeats in
 * each row. It adds no description to its anchor, and `text` is called when it is shown.
 */
export function useLateTooltip(text: () => ReactNode): LateTooltipBinding {
  const [wish, setWish] = useState<Wish>()
  const bound = useRef<TooltipBinding['anchor']>(undefined)
  return {
    anchor: {
      onPointerMove: (event) => {
        if (bound.current) bound.current.onPointerMove(event)
        else setWish({ anchor: event.currentTarget, pointerType: event.pointerType })
      },
      onPointerLeave: () => bound.current?.onPointerLeave(),
      onPointerDown: () => bound.current?.onPointerDown(),
      onFocus: (event: FocusEvent<HTMLElement>) => {
        if (bound.current) bound.current.onFocus(event)
        else if (event.currentTarget.matches(':focus-visible'))
          setWish({ anchor: event.currentTarget, pointerType: undefined })
      },
      onBlur: () => bound.current?.onBlur(),
    },
    tooltip: wish && <LateTooltip text={text} wish={wish} bound={bound} />,
  }
}

interface LateTooltipProps {
  text: () => ReactNode
  wish: Wish
  bound: RefObject<TooltipBinding['anchor'] | undefined>
}

function LateTooltip({ text, wish, bound }: LateTooltipProps) {
  const { anchor, tooltip, show } = useTooltip({ text: text(), describes: false })
  useIsomorphicLayoutEffect(() => {
    bound.current = anchor
  })
  const first = useRef(() => {
    const { anchor: currentTarget, pointerType } = wish
    if (pointerType === undefined) show(currentTarget)
    else anchor.onPointerMove({ currentTarget, pointerType })
  })
  useIsomorphicLayoutEffect(() => first.current(), [])
  return tooltip
}
