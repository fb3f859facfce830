import type { AriaAttributes, MouseEvent } from 'react'
import type { Slot } from '../element/slot.ts'
import { type TooltipBinding, useTooltip } from '../tooltip/useTooltip.tsx'

/** Why a control can't be used. */
export interface RefusalOptions {
  /** A sentence, shown in a tooltip. */
  reason?: string | undefined
  /** The host's `aria-disabled`: the control can't be used, and something else explains why. */
  disabled?: AriaAttributes['aria-disabled']
  /** Whether its action is running. @default false */
  pending?: boolean
  /** What the tooltip says while the control can be used. */
  label?: string | undefined
}

/** What a control does when it can't be used. */
export interface Refusal {
  refuses: boolean
  /** Handlers and the description for the control. */
  anchor: TooltipBinding['anchor']
  /** Runs a click handler, unless the control can't be used. In that case a click only shows the reason. */
  guard: <Target extends Element>(
    act: ((event: MouseEvent<Target>) => void) | undefined,
  ) => (event: MouseEvent<Target>) => void
  /** Render it right after the control. */
  tooltip: Slot
}

/**
 * Our only way to disable a control. The control stays focusable and explains why, so that people who use a keyboard or
 * a screen reader find the reason too. Set `aria-disabled` on it while it can’t be used.
 */
export function useRefusal({ reason, disabled, pending = false, label }: RefusalOptions): Refusal {
  const { anchor, tooltip, show, hide } = useTooltip({ text: reason ?? label, describes: Boolean(reason) })
  const refuses = Boolean(reason) || pending || disabled === true || disabled === 'true'
  return {
    refuses,
    anchor,
    tooltip,
    guard: (act) => (event) => {
      if (!refuses) {
        hide()
        return act?.(event)
      }
      event.preventDefault()
      event.stopPropagation()
      if (reason) show(event.currentTarget)
    },
  }
}
