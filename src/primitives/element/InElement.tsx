import type { ReactNode } from 'react'
import { createPortal } from 'react-dom'
import type { ElementSlot } from './element-slot.ts'
import { useSlotElement } from './useSlotElement.ts'

interface InElementProps {
  slot: ElementSlot
  children: ReactNode
}

/** Renders children inside another element of the page, while they belong to this component. */
export function InElement({ slot, children }: InElementProps) {
  const element = useSlotElement(slot)
  return element && createPortal(children, element)
}
