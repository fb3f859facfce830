import type { EventsApi } from '../../client/roster-api.ts'
import { toApiError } from '../../client/to-api-error.ts'
import type { EventList, RosterEvent } from '../../contract/events.ts'
import { createLogPosition } from './log-position.ts'
import { joinPeers, type LogNews, type PeersEnvironment, type Turn } from './stream-peers.ts'

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

/** Follows the log named `log` until the signal is aborted. A later call continues where an earlier one ended. */
export type Follow = (signal: AbortSignal, page: PeersEnvironment, log: string | undefined) => Promise<void>

/** What following the change log begins with. */
export interface LogSource {
  events: EventsApi
  /** The latest revision, requested when the rows were: what changes afterwards is read from the log. */
  begin: Promise<EventList>
}

/**
 * Returns a function that follows the change log. Where the backend has a stream, one window of the browser reads it and
 * informs the others. Where it has none, or too many are open, the function polls every ten seconds.
 */
export function followChanges(
  { events, begin }: LogSource,
  { onEvent, onGap, onSignedOut, onRefused }: ChangesFollower,
  random: () => number,
): Follow {
  const position = createLogPosition(onEvent)
  let latest: Promise<EventList> | undefined = begin
  let isStreaming = events.stream !== undefined

  return async (signal, page, log) => {
    const { clock } = page
    const early: LogNews[] = []
    let isCatchingUp = false
    let isBehind = true
    let wake = () => {}

    function receive(news: LogNews) {
      if (isCatchingUp) early.push(news)
      else if (!position.read(news)) {
        isBehind = true
        wake()
      }
    }

    const peers = joinPeers(page, log, { onNews: receive, onFree: () => wake() })
    signal.addEventListener('abort', peers.close)

    async function catchUp(turn: Turn | undefined) {
      const since = position.revision
      isCatchingUp = true
      try {
        const response = since === undefined ? latest : undefined
        latest = undefined
        const { events: missed, revision, gap } = await (response ?? events.list(since, { signal }))
        if (signal.aborted) return
        isBehind = false
        const isUnknown = gap || since === undefined
        const news = isUnknown
          ? { after: revision, events: [], revision }
          : { after: since, events: missed, revision }
        if (turn) peers.post(news)
        if (isUnknown) position.skipTo(revision)
        else position.read(news)
        if (gap) await onGap()
      } finally {
        isCatchingUp = false
        for (const news of early.splice(0)) receive(news)
      }
    }

    async function stream(turn: Turn) {
      const { revision: since } = position
      if (since === undefined) return
      const { signal: until } = turn
      try {
        for await (const event of events.stream?.(since, { signal: until }) ?? []) {
          if (until.aborted) return
          const news = { after: position.revision ?? since, events: [event], revision: event.revision }
          peers.post(news)
          position.read(news)
        }
      } catch (thrown) {
        if (until.aborted) return
        if (toApiError(thrown).code !== 'unsupported') throw thrown
        isStreaming = false
      }
    }

    const pause = (ms: number, onWake = (_: () => void) => {}) =>
      new Promise<void>((resolve) => {
        const done = () => {
          cancel()
          signal.removeEventListener('abort', done)
          resolve()
        }
        const cancel = clock.after(ms, done)
        signal.addEventListener('abort', done)
        onWake(done)
      })

    const pauseAfter = (failures: number, hasStreamed: boolean) => {
      const isPolling = failures === 0 && !hasStreamed
      const longest = isPolling ? pollInterval : firstRetry * 2 ** Math.max(0, failures - 1)
      const ms = Math.min(pollInterval, longest) * (0.75 + random() / 4)
      return pause(ms)
    }

    /** Waits until the window that informs this one is gone, or its news don't follow what is known here. */
    async function beInformed(ms: number) {
      await pause(ms, (done) => {
        wake = done
      })
      wake = () => {}
    }

    let isRefused = false
    for (let failures = 0; !signal.aborted; ) {
      const openedAt = clock.now()
      const turn = isStreaming ? await peers.takeTurn() : undefined
      const informedFor = turn || !isStreaming ? undefined : peers.informedFor()
      try {
        if (informedFor === undefined || isBehind) await catchUp(turn)
        isRefused = false
        if (turn) await stream(turn)
        failures = turn && isStreaming && clock.now() - openedAt < soundAfter ? failures + 1 : 0
      } catch (thrown) {
        if (signal.aborted) return
        failures += 1
        const { status } = toApiError(thrown)
        if (status === 401) await onSignedOut()
        if (status === 403 && !isRefused) onRefused()
        isRefused ||= status === 403
      } finally {
        turn?.end()
      }
      if (failures > 0 || informedFor === undefined)
        await pauseAfter(failures, turn !== undefined && isStreaming)
      else if (!isBehind) await beInformed(informedFor)
    }
  }
}
