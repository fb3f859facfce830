import { useSyncExternalStore } from 'react'

/** Calls a listener when the address changes, by the demo or by the browser's buttons. Returns a function that stops it. */
export function onMove(listener: () => void) {
  addEventListener('popstate', listener)
  return () => removeEventListener('popstate', listener)
}

/** Returns the current path. */
export const usePath = () => useSyncExternalStore(onMove, () => location.pathname)

/** Returns the current query string. */
export const useSearch = () => useSyncExternalStore(onMove, () => location.search)

/** Goes to a path of the demo without loading the page again. */
export function navigate(path: string, { replace = false } = {}) {
  if (replace) history.replaceState(null, '', path)
  else history.pushState(null, '', path)
  dispatchEvent(new PopStateEvent('popstate'))
}
