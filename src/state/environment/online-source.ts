import { listen } from './listen.ts'
import { page } from './page.ts'

/** Whether there is a network. */
export interface OnlineSource {
  isOnline(): boolean
  subscribe(listener: () => void): () => void
}

/** What the browser knows about the network. Without such knowledge it counts as online. */
export const browserOnline: OnlineSource = {
  isOnline: () => page.window?.navigator?.onLine !== false,
  subscribe: (listener) => listen(page.window, ['online', 'offline'], listener),
}
