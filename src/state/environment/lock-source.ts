import type { Clock } from './clock.ts'
import { page } from './page.ts'
import { pause } from './pause.ts'
import type { StorageArea } from './storage-area.ts'

/** Lets one window of a browser do what all of them want to do. */
export interface LockSource {
  /** Runs a function while no other window does; returns whether it ran. A lock is never held for the life of a page. */
  ifAvailable(name: string, run: () => Promise<unknown>): Promise<boolean>
}

/** Milliseconds after which the last window to claim a lock has it. */
const settling = 50

/** Milliseconds after which a claim of a window that was closed no longer counts. */
const forgotten = 20_000

/** Web Locks. Where they are missing, such as over plain HTTP, windows claim locks in the storage. */
export function browserLocks({ clock, storage }: { clock: Clock; storage: StorageArea }): LockSource {
  return {
    async ifAvailable(name, run) {
      const { locks } = page.window?.navigator ?? {}
      if (!locks) return claim(name, run)
      let hasRun = false
      await locks.request(name, { ifAvailable: true }, async (lock) => {
        if (!lock) return
        hasRun = true
        await run()
      })
      return hasRun
    },
  }

  async function claim(name: string, run: () => Promise<unknown>) {
    const [, at] = storage.getItem(name)?.split(' ') ?? []
    if (Math.abs(clock.now() - Number(at)) < forgotten) return false
    const mine = `${Math.random()} ${clock.now()}`
    storage.setItem(name, mine)
    await pause(clock, settling)
    if (storage.getItem(name) !== mine) return false
    try {
      await run()
    } finally {
      storage.removeItem(name)
    }
    return true
  }
}
