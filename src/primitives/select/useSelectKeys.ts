import type { KeyboardEvent } from 'react'
import { isLetter } from '../composite/is-letter.ts'
import type { ActiveOption } from '../composite/useActiveOption.ts'
import { isComposing } from '../element/is-composing.ts'
import { isRefused } from '../refusal/is-refused.ts'

interface SelectKeys {
  isOpen: boolean
  active: ActiveOption
  chosen: string
  open: () => void
  close: () => void
  /** Chooses the active option. */
  choose: () => void
}

const openingKeys = new Set(['ArrowDown', 'ArrowUp', 'Enter', ' '])

/** The keys of a select, as the ARIA practices describe a select-only combobox. */
export function useSelectKeys({ isOpen, active, chosen, open, close, choose }: SelectKeys) {
  /** Returns whether the key is for the closed select: Home, End and letters open it and move at once. */
  const whileClosed = (event: KeyboardEvent) => {
    if (openingKeys.has(event.key)) open()
    else if (event.key === 'Home' || event.key === 'End' || isLetter(event)) {
      open()
      active.move(event, chosen)
    } else return false
    return true
  }
  const whileOpen = (event: KeyboardEvent) => {
    if (event.key === 'Escape') close()
    else if (event.key === 'Enter' || (event.altKey && event.key === 'ArrowUp')) choose()
    else if (active.move(event)) return true
    else if (event.key === ' ') choose()
    else return false
    return true
  }
  return (event: KeyboardEvent<HTMLElement>) => {
    if (isComposing(event) || isRefused(event.currentTarget)) return
    if (event.key === 'Tab') return isOpen ? choose() : undefined
    if (!(isOpen ? whileOpen(event) : whileClosed(event))) return
    event.preventDefault()
    event.stopPropagation()
  }
}
