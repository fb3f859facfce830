import { listen } from './listen.ts'
import { page } from './page.ts'

/** Whether there is a network. */
export interface OnlineSource {
  /** Whether the browser believes that it has a network. */
  isOnline(): boolean
  /** Calls the listener when that changes. Returns a function that removes it. */
  subscribe(listener: () => void): () => void
}

/** What the browser knows about the network. Without such knowledge it counts as online. */
export const browserOnline: OnlineSource = {
  isOnline: () => page.window?.navigator?.onLine !== false,
  subscribe: (listener) => listen(page.window, ['online', 'offline'], listener),
}
