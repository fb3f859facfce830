import { useSyncExternalStore } from 'react'

/** Calls back when the address moves, by the demo or by the browser's buttons; answers how to stop. */
export function onMove(listener: () => void) {
  addEventListener('popstate', listener)
  return () => removeEventListener('popstate', listener)
}

/** The path of the address, followed. */
export const usePath = () => useSyncExternalStore(onMove, () => location.pathname)

/** The query string of the address, followed. */
export const useSearch = () => useSyncExternalStore(onMove, () => location.search)

/** Goes to a path of the demo, without loading the page again. */
export function navigate(path: string, { replace = false } = {}) {
  if (replace) history.replaceState(null, '', path)
  else history.pushState(null, '', path)
  dispatchEvent(new PopStateEvent('popstate'))
}
