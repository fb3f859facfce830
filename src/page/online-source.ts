/** Says whether there is a network. */
export interface OnlineSource {
  isOnline(): boolean
  subscribe(listener: () => void): () => void
}

/** What the browser knows. */
export const browserOnline: OnlineSource = {
  isOnline: () => navigator.onLine,
  subscribe(listener) {
    window.addEventListener('online', listener)
    window.addEventListener('offline', listener)
    return () => {
      window.removeEventListener('online', listener)
      window.removeEventListener('offline', listener)
    }
  },
}
