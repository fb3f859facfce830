import { Refused } from '../ports/refused.ts'

/** Streams that one session may hold open: one a tab, and then some. */
const mostPerSession = 8
/** Seconds until one of them has surely ended. */
const untilOneEnds = 30
/** Seconds until another server may answer. */
const untilAnother = 1

/** The event streams that are open. */
export interface OpenStreams {
  /** Counts another stream of a session, unless it is one too many. It ends when the controller is aborted. */
  open(sessionId: string): AbortController
  /** Ends all of them and opens no more, before the server stops. */
  end(): void
}

/** Counts streams. */
export function createOpenStreams(): OpenStreams {
  const bySession = new Map<string, Set<AbortController>>()
  let isEnding = false
  return {
    open(sessionId) {
      if (isEnding) throw new Refused('unavailable', { retryAfter: untilAnother })
      const own = bySession.get(sessionId) ?? new Set()
      if (own.size >= mostPerSession) throw new Refused('rate_limited', { retryAfter: untilOneEnds })
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
      isEnding = true
      for (const stream of [...bySession.values()].flatMap((own) => [...own])) stream.abort()
    },
  }
}
