import type { RefCallback } from 'react'

/** The elements of the page for parts of a tab that are shown outside of it, and the other way round. */
export interface PageSlots {
  /** For a note at the end of the line of tabs; `null` before the page is mounted. */
  note: Element | null
  /** For the panel beside the page; `null` before the page is mounted. */
  panel: Element | null
  /** Receives the tab's element for bars of the page, such as a running export. */
  dockRef: RefCallback<Element>
}
