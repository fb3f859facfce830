import { useEffect } from 'react'

/**
 * Leaves the page without asking, as far as a page can: listeners for `beforeunload` that were added before run first, so
 * they still ask.
 */
export function useLeaveUnasked(isEnded: boolean): void {
  useEffect(() => {
    if (!isEnded) return
    const { onbeforeunload } = window
    const silence = (event: Event) => event.stopImmediatePropagation()
    window.onbeforeunload = null
    window.addEventListener('beforeunload', silence)
    return () => {
      window.onbeforeunload ??= onbeforeunload
      window.removeEventListener('beforeunload', silence)
    }
  }, [isEnded])
}
