import { type FocusEvent, type PointerEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import type { Slot } from '../element/slot.ts'
import { TooltipSurface } from './TooltipSurface.tsx'

/** What a tooltip says and to whom. */
export interface UseTooltipOptions {
  /** Without a text there is no tooltip. */
  text: ReactNode
  /**
   * Whether the text describes its anchor for screen readers. False if it only repeats the anchor's name. @default true
   */
  describes?: boolean
}

/** Handlers for the anchor, and the tooltip to put right after it. */
export interface TooltipBinding {
  anchor: {
    'aria-describedby': string | undefined
    onPointerMove: (event: Pick<PointerEvent<HTMLElement>, 'pointerType' | 'currentTarget'>) => void
    onPointerLeave: () => void
    onPointerDown: () => void
    onFocus: (event: FocusEvent<HTMLElement>) => void
    onBlur: () => void
  }
  tooltip: Slot
  /** Shows it immediately, for a tap on a control that can't be used. */
  show: (anchor: Element) => void
  /** Hides it, and one that was about to be shown. */
  hide: () => void
}

const hoverDelay = 400
/** Long enough to move the pointer onto the tooltip. */
const leaveDelay = 120

/**
 * A text beside a control, shown when the pointer moves on it and on keyboard focus. Escape and a press on the control
 * hide it, and the pointer can move onto it.
 */
export function useTooltip({ text, describes = true }: UseTooltipOptions): TooltipBinding {
  const [open, setOpen] = useState(false)
  const id = useId()
  const anchor = useRef<Element | null>(null)
  const hovered = useRef(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const hasText = text !== undefined && text !== null && text !== ''

  const later = (delay: number, next: boolean) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => setOpen(next), delay)
  }
  const show = (element: Element) => {
    clearTimeout(timer.current)
    anchor.current = element
    setOpen(true)
  }
  const hide = () => {
    clearTimeout(timer.current)
    setOpen(false)
  }
  useEffect(() => () => clearTimeout(timer.current), [])

  return {
    show,
    hide,
    anchor: {
      'aria-describedby': hasText && describes ? id : undefined,
      // A browser also lets the pointer enter what a scroll or a search has moved beneath it. Nobody asked about that.
      onPointerMove: (event) => {
        if (event.pointerType === 'touch' || hovered.current) return
        hovered.current = true
        anchor.current = event.currentTarget
        later(hoverDelay, true)
      },
      onPointerLeave: () => {
        hovered.current = false
        later(leaveDelay, false)
      },
      // Otherwise the next Escape would close the tooltip and not what the press has opened.
      onPointerDown: hide,
      onFocus: (event) => {
        if (event.currentTarget.matches(':focus-visible')) show(event.currentTarget)
      },
      onBlur: () => later(0, false),
    },
    tooltip: hasText && (describes || open) && (
      <TooltipSurface
        id={id}
        open={open}
        anchor={anchor}
        onClose={hide}
        onPointerEnter={() => clearTimeout(timer.current)}
        onPointerLeave={() => later(leaveDelay, false)}
      >
        {text}
      </TooltipSurface>
    ),
  }
}
