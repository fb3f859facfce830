import { useSyncExternalStore } from 'react'
import type { ElementSlot } from './element-slot.ts'

const onServer = () => null

/** Returns the element of a slot; `null` while it isn't mounted. */
export const useSlotElement = (slot: ElementSlot): Element | null =>
  useSyncExternalStore(slot.subscribe, slot.get, onServer)
