import { createElementSlot, type ElementSlot } from '../../primitives/element/element-slot.ts'

/** The places of the page for parts of a tab that are shown outside of it, and the other way round. */
export interface PageSlots {
  /** For a note at the end of the line of tabs. */
  note: ElementSlot
  /** For the panel beside the page. */
  panel: ElementSlot
  /** In the open tab, for bars of the page, such as a running export. */
  dock: ElementSlot
  /** In the Users tab, for the bar of its selection. */
  bulk: ElementSlot
}

/** Creates the places of a page. */
export const createPageSlots = (): PageSlots => ({
  note: createElementSlot(),
  panel: createElementSlot(),
  dock: createElementSlot(),
  bulk: createElementSlot(),
})
