import { listen } from './listen.ts'
import { page } from './page.ts'

/** Notifies when the person comes back to the page, so that what is on screen can be loaded again. */
export interface FocusSource {
  /** Calls the listener when the window gains the focus. Returns a function that removes it. */
  subscribe(listener: () => void): () => void
}

/** The page becomes visible, its window gets the focus, or the network returns. */
export const pageFocus: FocusSource = {
  subscribe(listener) {
    const { document, window } = page
    const removals = [
      listen(document, ['visibilitychange'], () => {
        if (document?.visibilityState === 'visible') listener()
      }),
      listen(window, ['focus', 'online'], listener),
    ]
    return () => {
      for (const remove of removals) remove()
    }
  },
}
