import type { Admission } from '../ports/admission.ts'
import type { ChangePage } from '../ports/change-log.ts'
import type { Store } from '../ports/store.ts'

/** What a stream reads about its company. */
export interface Look {
  page: ChangePage
  /** The stream's session, as it is admitted now. Undefined if the session is unknown. */
  admission: Admission | undefined
}

/** A stream's view of its company. */
export interface Follower {
  /** The changes after a revision, and the session. Streams that look at the same time share one read. */
  look(since: number): Promise<Look>
  /** Resolves when there may be something new since the last look, at a heartbeat, or when the signal fires. */
  wait(signal: AbortSignal): Promise<void>
  leave(): void
}

/** Follows companies for streams: one watcher, one heartbeat and one read for all streams of a company. */
export interface CompanyFeeds {
  follow(companyId: string, sessionId: string): Follower
}

/** What was read for one turn of a feed: the changes after each revision, and the sessions of all its streams. */
interface Reads {
  changes: Map<number, Promise<ChangePage>>
  ids: Set<string>
  sessions: Promise<Map<string, Admission>>
}

/** Creates the feeds of a store. Every `heartbeat` ms each feed reads again, since sessions expire without a change. */
export function createCompanyFeeds(store: Store, heartbeat: number): CompanyFeeds {
  const feeds = new Map<string, ReturnType<typeof createFeed>>()

  function createFeed(companyId: string) {
    const followers = new Map<symbol, string>()
    const waiting = new Set<() => void>()
    let turn = 0
    let reads: Reads | undefined

    function next() {
      turn++
      reads = undefined
      for (const wake of [...waiting]) wake()
    }
    const unwatch = store.watch(companyId, next)
    const beat = setInterval(next, heartbeat)

    function readSessions(known: Reads | undefined): Reads {
      const ids = new Set(followers.values())
      const sessions = store.sessions(companyId, [...ids])
      return { changes: known?.changes ?? new Map(), ids, sessions }
    }

    async function look(since: number, sessionId: string): Promise<Look> {
      if (!reads?.ids.has(sessionId)) reads = readSessions(reads)
      const { changes, sessions } = reads
      const read = changes.get(since) ?? store.changes(companyId, since)
      changes.set(since, read)
      try {
        const [page, admitted] = await Promise.all([read, sessions])
        return { page, admission: admitted.get(sessionId) }
      } catch (error) {
        // The next stream that reads tries again.
        if (reads?.sessions === sessions) reads = undefined
        throw error
      }
    }

    return {
      follow(sessionId: string): Follower {
        const key = Symbol()
        followers.set(key, sessionId)
        let looked = turn
        return {
          look(since) {
            looked = turn
            return look(since, sessionId)
          },
          async wait(signal) {
            if (looked !== turn || signal.aborted) return
            await new Promise<void>((resolve) => {
              const wake = () => {
                waiting.delete(wake)
                signal.removeEventListener('abort', wake)
                resolve()
              }
              waiting.add(wake)
              signal.addEventListener('abort', wake)
            })
          },
          leave() {
            followers.delete(key)
            if (followers.size > 0) return
            unwatch()
            clearInterval(beat)
            feeds.delete(companyId)
          },
        }
      },
    }
  }

  return {
    follow(companyId, sessionId) {
      const feed = feeds.get(companyId) ?? createFeed(companyId)
      feeds.set(companyId, feed)
      return feed.follow(sessionId)
    },
  }
}
