import { Refused } from '../ports/refused.ts'

/** The most streams of one session. Each tab has one. */
const mostPerSession = 8
/** Seconds after which one of them has certainly ended. */
const untilOneEnds = 30
/** Seconds until another server can respond. */
const untilAnother = 1

/** The event streams that are open. */
export interface OpenStreams {
  /** Counts a new stream of a session, or throws if the session has too many. Abort the controller to end the stream. */
  open(sessionId: string): AbortController
  /** Ends all streams and opens no more. Called before the server stops. */
  end(): void
}

/** Creates a count of streams. */
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
