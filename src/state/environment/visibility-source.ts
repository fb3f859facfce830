import { listen } from './listen.ts'
import { page } from './page.ts'

/** Whether the page can be seen. While it can't, no connection is kept open. */
export interface VisibilitySource {
  /** Whether the page can be seen. */
  isVisible(): boolean
  /** Calls the listener when that changes. Returns a function that removes it. */
  subscribe(listener: () => void): () => void
}

/** The document's visibility. Without a document, everything counts as visible. */
export const pageVisibility: VisibilitySource = {
  isVisible: () => page.document?.visibilityState !== 'hidden',
  subscribe: (listener) => listen(page.document, ['visibilitychange'], listener),
}
