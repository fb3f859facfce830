/** Says when the person comes back to the page, so that what they see can be read again. */
export interface FocusSource {
  subscribe(listener: () => void): () => void
}

/** The page is shown, its window gets the focus, or the network returns. */
export const pageFocus: FocusSource = {
  subscribe(listener) {
    const onVisibility = () => {
      if (document.visibilityState === 'visible') listener()
    }
    document.addEventListener('visibilitychange', onVisibility)
    window.addEventListener('focus', listener)
    window.addEventListener('online', listener)
    return () => {
      document.removeEventListener('visibilitychange', onVisibility)
      window.removeEventListener('focus', listener)
      window.removeEventListener('online', listener)
    }
  },
}
