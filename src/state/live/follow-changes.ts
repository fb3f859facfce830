import type { EventsApi } from '../../client/roster-api.ts'
import { toApiError } from '../../client/to-api-error.ts'
import type { RosterEvent } from '../../contract/events.ts'
import type { Clock } from '../environment/clock.ts'

/** The callbacks of following the change log. Each may return a promise, and the next step waits for it. */
export interface ChangesFollower {
  /** Called for each change. */
  onEvent(event: RosterEvent): void
  /** Called if the log no longer reaches back to the last change that was read. */
  onGap(): unknown
  /** Called if the viewer is signed out (401). */
  onSignedOut(): unknown
  /** Called if the viewer may not read the log any more (403), once until they can read it again. */
  onRefused(): unknown
}

/** Milliseconds between two requests without a stream, and at most between two attempts. */
const pollInterval = 10_000

/** Milliseconds before the first attempt after a failure; each further one waits twice as long. */
const firstRetry = 1_000

/** A stream that lasted this long (ms) doesn't count as failed, even if it broke. */
const soundAfter = 5_000

/**
 * Returns a function that follows the change log until its signal is aborted. It reads a stream where the backend
 * has one, and polls every ten seconds otherwise. A later call continues where an earlier one ended.
 */
export function followChanges(
  events: EventsApi,
  { onEvent, onGap, onSignedOut, onRefused }: ChangesFollower,
  { clock, random }: { clock: Clock; random: () => number },
): (signal: AbortSignal) => Promise<void> {
  let since: number | undefined
  let isStreaming = events.stream !== undefined

  async function catchUp(signal: AbortSignal) {
    const isFirst = since === undefined
    const list = await events.list(since, { signal })
    if (signal.aborted) return
    since = list.revision
    if (list.gap) await onGap()
    else if (!isFirst) list.events.forEach(onEvent)
  }

  async function stream(signal: AbortSignal) {
    if (!isStreaming || since === undefined) return
    try {
      for await (const event of events.stream?.(since, { signal }) ?? []) {
        if (signal.aborted) return
        since = event.revision
        onEvent(event)
      }
    } catch (thrown) {
      if (toApiError(thrown).code !== 'unsupported') throw thrown
      isStreaming = false
    }
  }

  function pause(failures: number, signal: AbortSignal) {
    const longest =
      failures === 0 && !isStreaming ? pollInterval : firstRetry * 2 ** Math.max(0, failures - 1)
    const ms = Math.min(pollInterval, longest) * (0.75 + random() / 4)
    return new Promise<void>((resolve) => {
      const done = () => {
        cancel()
        signal.removeEventListener('abort', done)
        resolve()
      }
      const cancel = clock.after(ms, done)
      signal.addEventListener('abort', done)
    })
  }

  return async (signal) => {
    let isRefused = false
    for (let failures = 0; !signal.aborted; ) {
      const openedAt = clock.now()
      try {
        await catchUp(signal)
        isRefused = false
        await stream(signal)
        failures = isStreaming && clock.now() - openedAt < soundAfter ? failures + 1 : 0
      } catch (thrown) {
        if (signal.aborted) return
        failures += 1
        const { status } = toApiError(thrown)
        if (status === 401) await onSignedOut()
        if (status === 403 && !isRefused) onRefused()
        isRefused ||= status === 403
      }
      await pause(failures, signal)
    }
  }
}
