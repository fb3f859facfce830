import { newIntent } from '../core/new-intent.ts'
import type { Clock } from '../environment/clock.ts'
import type { StorageArea } from '../environment/storage-area.ts'

/** The few streams that the windows of a browser may hold, as one window sees them. */
export interface StreamSlots {
  /** Milliseconds until another window that reads the same log loses its slot. Undefined if no window has one. */
  otherLeft(): number | undefined
  /** Takes a free slot. Returns false if there is none. */
  take(): boolean
  /** Keeps the slot for longer. Returns false if another window has taken it. */
  renew(): boolean
  /** Frees the slot. */
  leave(): void
}

/**
 * Browsers open six connections to a server over HTTP/1.1, for all windows together. Streams take at most half of them,
 * so that requests always get through.
 */
const keys = ['roster.live.0', 'roster.live.1', 'roster.live.2']

/** How long (ms) a slot is kept without being renewed. A window that crashed or is frozen loses it. */
const kept = 10_000

/** Reads and writes the slots of all windows. The log is undefined if its stream can't be shared. */
export function createStreamSlots(storage: StorageArea, clock: Clock, log: string | undefined): StreamSlots {
  const id = newIntent()
  const own = encodeURIComponent(log ?? id)
  let mine: string | undefined

  function read(key: string) {
    const [holder, of, until] = (storage.getItem(key) ?? '').split(' ')
    const left = Number(until) - clock.now()
    // A window whose clock was set back may have written a time in the future, which would never pass.
    return left > 0 && left <= kept ? { holder, of, left } : undefined
  }

  const write = (key: string) => storage.setItem(key, `${id} ${own} ${clock.now() + kept}`)
  const isMine = (key: string) => storage.getItem(key)?.startsWith(`${id} `) === true

  return {
    otherLeft: () => keys.map(read).find((slot) => slot?.of === own && slot.holder !== id)?.left,
    take() {
      mine = keys.find((key) => !read(key))
      if (mine) write(mine)
      return mine !== undefined
    },
    renew() {
      if (!mine || !isMine(mine)) return false
      write(mine)
      return true
    },
    leave() {
      if (mine && isMine(mine)) storage.removeItem(mine)
      mine = undefined
    },
  }
}
