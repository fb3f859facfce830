/** Says whether the page can be seen, so that nothing is kept open behind its back. */
export interface VisibilitySource {
  isVisible(): boolean
  subscribe(listener: () => void): () => void
}

/** The document's own visibility. */
export const pageVisibility: VisibilitySource = {
  isVisible: () => document.visibilityState === 'visible',
  subscribe(listener) {
    document.addEventListener('visibilitychange', listener)
    return () => document.removeEventListener('visibilitychange', listener)
  },
}
