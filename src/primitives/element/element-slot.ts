import type { RefCallback } from 'react'
import { createSubscribable } from '../../base/subscribable.ts'

/** A place for what is rendered elsewhere in the tree. */
export interface ElementSlot {
  /** The ref of its element. */
  ref: RefCallback<Element>
  /** Its element; `null` while it isn't mounted. */
  get(): Element | null
  subscribe(listener: () => void): () => void
}

/** Creates a place. Only what is shown in it renders again when its element is mounted. */
export function createElementSlot(): ElementSlot {
  const changes = createSubscribable()
  let element: Element | null = null
  return {
    ref(next) {
      element = next
      changes.notify()
    },
    get: () => element,
    subscribe: changes.subscribe,
  }
}
