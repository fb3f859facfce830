import { type ReactNode, useSyncExternalStore } from 'react'
import { createPortal } from 'react-dom'
import type { ElementSlot } from './element-slot.ts'

interface InElementProps {
  slot: ElementSlot
  /** Rendered in place while the slot has no element. */
  fallback?: ReactNode
  children: ReactNode
}

const onServer = () => null

/** Renders children inside another element of the page, while they belong to this component. */
export function InElement({ slot, fallback, children }: InElementProps) {
  const element = useSyncExternalStore(slot.subscribe, slot.get, onServer)
  return element ? createPortal(children, element) : fallback
}
