import { Refused } from '../refused.ts'

/** Streams that one session may hold open: one a tab, and then some. */
const mostPerSession = 8
/** Seconds until one of them has surely ended. */
const retryAfter = 30

/** The event streams that are open. */
export interface OpenStreams {
  /** Counts another stream of a session; refuses one too many. It ends when the controller is aborted. */
  open(sessionId: string): AbortController
  /** Ends all of them, before the server stops. */
  end(): void
}

/** Counts streams. */
export function createOpenStreams(): OpenStreams {
  const bySession = new Map<string, Set<AbortController>>()
  return {
    open(sessionId) {
      const own = bySession.get(sessionId) ?? new Set()
      if (own.size >= mostPerSession) throw new Refused('rate_limited', { retryAfter })
      bySession.set(sessionId, own)
      const stream = new AbortController()
      own.add(stream)
      stream.signal.addEventListener('abort', () => {
        own.delete(stream)
        if (own.size === 0) bySession.delete(sessionId)
      })
      return stream
    },
    end() {
      for (const stream of [...bySession.values()].flatMap((own) => [...own])) stream.abort()
    },
  }
}
