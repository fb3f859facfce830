import { useSyncExternalStore } from 'react'
import { entryState } from './history-owner.ts'

/** Where the demo is while the browser refuses to change the address, as Safari does after a hundred changes in 30 s. */
let refused: URL | undefined

const current = () => refused ?? location

/** Calls a listener when the address changes, by the demo or by the browser's buttons. Returns a function that stops it. */
export function onMove(listener: () => void) {
  addEventListener('popstate', listener)
  return () => removeEventListener('popstate', listener)
}

/** Returns the current path. */
export const usePath = () => useSyncExternalStore(onMove, () => current().pathname)

/** Returns the current query string. */
export const useSearch = () => useSyncExternalStore(onMove, () => current().search)

/** Goes to a path of the demo without loading the page again. A path that begins with `?` only changes the query string. */
export function navigate(path: string, { replace = false } = {}) {
  const next = new URL(path, current().href)
  // Without a path, an empty query string clears the last one.
  if (path === '') next.search = ''
  refused = undefined
  try {
    if (replace) history.replaceState(entryState(), '', next)
    else history.pushState(entryState(), '', next)
  } catch {
    refused = next
  }
  dispatchEvent(new PopStateEvent('popstate'))
}

/** Goes back to the entry before this one, whose path is given for a browser that didn't add an entry. */
export function goBack(path: string) {
  if (refused) navigate(path, { replace: true })
  else history.back()
}

addEventListener('popstate', ({ isTrusted }) => {
  if (isTrusted) refused = undefined
})
