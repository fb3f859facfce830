import { page } from '../environment/page.ts'
import { createStorageArea, type StorageArea } from '../environment/storage-area.ts'
import { readJoinLink } from './read-join-link.ts'

/** Keeps the token of an invitation in this tab, and nowhere else, while the person signs in. */
export interface JoinToken {
  /** The token, or an empty text. */
  get(): string
  set(token: string): void
  clear(): void
}

const key = 'roster:join'
/** Ms for which a token is kept: the next person at the same tab should not find it. */
const keptFor = 60 * 60_000

/** `sessionStorage`. What it refuses to keep stays in memory, until the page is closed. */
export const tabStorage: StorageArea = createStorageArea(() => page.window?.sessionStorage)

/** The token that a storage keeps. */
export const joinTokenIn = (storage: StorageArea, now: () => number): JoinToken => ({
  get() {
    const [at = '', token = ''] = storage.getItem(key)?.split(' ') ?? []
    return Math.abs(now() - Number(at)) < keptFor ? token : ''
  },
  set: (token) => storage.setItem(key, `${now()} ${token}`),
  clear: () => storage.removeItem(key),
})

/**
 * Moves the token of an invitation from the address into this tab's storage. Call it first on the page that links of
 * invitations open, before anything reads the address: analytics, error reports, a router. `useJoin` calls it too.
 * Returns whether the address had a token.
 */
export function takeJoinToken(storage: StorageArea = tabStorage, now: () => number = Date.now): boolean {
  const address = page.window?.location
  const token = address ? readJoinLink(address.hash) : ''
  if (!address || !token) return false
  joinTokenIn(storage, now).set(token)
  clean(address)
  return true
}

/** Removes the fragment, without a new entry in the history. */
function clean(address: Location) {
  try {
    history.replaceState(history.state, '', `${address.pathname}${address.search}`)
  } catch {
    // Some browsers limit how often this is called, and some frames refuse it.
    address.replace('#')
  }
}
