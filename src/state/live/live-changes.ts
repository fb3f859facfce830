import { createSubscribable } from '../../base/subscribable.ts'
import { toApiError } from '../../client/to-api-error.ts'
import type { EventList, RosterEvent } from '../../contract/events.ts'
import type { StateCore } from '../core/state-core.ts'
import type { VisibilitySource } from '../environment/visibility-source.ts'
import { createResource } from '../resources/resource.ts'
import { session } from '../resources/session.ts'
import type { UserWrites } from '../user-writes/user-writes.ts'

/** Follows the changes of others while users are shown. */
export interface LiveChanges {
  /** Keeps the log followed until the returned function is called. */
  retain(): () => void
  /** Calls the listener with the ids of users whom others have changed or deleted. */
  onUsers(listener: (ids: readonly string[]) => void): () => void
  /** Goes by a page's visibility, until it is called off. */
  follow(visibility: VisibilitySource): () => void
}

/** Milliseconds between two looks where there is no stream, and at most between two tries. */
const pollInterval = 10_000

/** Milliseconds before the first try after a failure; each further one waits twice as long. */
const firstRetry = 1_000

/** A stream that has lived so long (ms) was no failure, however it ended. */
const soundAfter = 5_000

/** Milliseconds for which changes are gathered after a look at them, so that a flood of them is a request a time. */
const gathering = 250

/** Follows the company's change log: by stream where there is one, else by looking again and again. */
export function createLiveChanges(
  core: StateCore,
  writes: Pick<UserWrites, 'isOwn'>,
  random: () => number = Math.random,
): LiveChanges {
  const { api, clock, queries, key, reread } = core
  const { events } = api
  const viewer = createResource(core, session)
  const leaveNothing = () => () => {}
  if (!events) return { retain: leaveNothing, onUsers: leaveNothing, follow: leaveNothing }

  const users = createSubscribable<[ids: readonly string[]]>()
  let retained = 0
  let page: VisibilitySource | undefined
  let running: AbortController | undefined
  let since: number | undefined
  let isStreaming = events.stream !== undefined
  let changedIds = new Set<string>()
  let isReading = false

  /** Nothing is open unless users are shown, the page is visible, and the viewer is allowed to see them. */
  function adapt() {
    const { data, error } = viewer.getSnapshot()
    const isWanted =
      retained > 0 &&
      page?.isVisible() === true &&
      error?.status !== 401 &&
      data?.capabilities.events === true &&
      data.viewer.actions.manageUsers.allowed
    if (isWanted === (running !== undefined)) return
    running?.abort()
    running = undefined
    if (!isWanted) return
    running = new AbortController()
    void run(running.signal)
  }

  async function run(signal: AbortSignal) {
    let isBarred = false
    for (let failures = 0; !signal.aborted; ) {
      const openedAt = clock.now()
      try {
        await catchUp(signal)
        isBarred = false
        await stream(signal)
        if (isStreaming && clock.now() - openedAt < soundAfter) failures += 1
        else failures = 0
      } catch (thrown) {
        if (signal.aborted) return
        failures += 1
        const { status } = toApiError(thrown)
        // Who may not know any more has another role, or is signed out: the page is to say so at once.
        if (status === 401) await reread('session')
        if (status === 403 && !isBarred) void reread()
        isBarred ||= status === 403
      }
      await pause(failures, signal)
    }
  }

  async function catchUp(signal: AbortSignal) {
    const isFirst = since === undefined
    const list: EventList | undefined = await events?.list(since, { signal })
    if (!list || signal.aborted) return
    since = list.revision
    if (list.gap) await reread()
    else if (!isFirst) for (const event of list.events) take(event)
  }

  async function stream(signal: AbortSignal) {
    if (!isStreaming || since === undefined) return
    try {
      for await (const event of events?.stream?.(since, { signal }) ?? []) {
        if (signal.aborted) return
        since = event.revision
        take(event)
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
        callOff()
        signal.removeEventListener('abort', done)
        resolve()
      }
      const callOff = clock.after(ms, done)
      signal.addEventListener('abort', done)
    })
  }

  function take({ resource, ids, intent }: RosterEvent) {
    if (writes.isOwn(intent)) return
    const viewerId = viewer.getSnapshot().data?.viewer.id ?? ''
    // What the viewer may do hangs on their own role, and is in every answer.
    if (resource === 'all' || resource === 'roles' || ids.includes(viewerId)) void reread()
    else if (resource === 'teams') {
      void reread('teams')
      void reread('users')
    } else if (resource === 'users') {
      users.notify(ids)
      changedIds = new Set([...changedIds, ...ids])
      void readChanged()
    }
  }

  async function readChanged() {
    if (isReading) return
    isReading = true
    while (changedIds.size > 0) {
      const ids = changedIds
      changedIds = new Set()
      const open = ['user', 'activity'].flatMap((name) => [...ids].map((id) => key(name, id)))
      const keys = [key('users'), ...open]
      await Promise.all(keys.map((queryKey) => queries.invalidateQueries({ queryKey })))
      await new Promise<void>((resolve) => clock.after(gathering, resolve))
    }
    isReading = false
  }

  let leaveViewer = () => {}
  return {
    retain() {
      retained += 1
      if (retained === 1) leaveViewer = viewer.subscribe(adapt)
      adapt()
      return () => {
        retained -= 1
        if (retained > 0) return
        leaveViewer()
        // StrictMode comes back in the same turn: what is open stays open for it.
        queueMicrotask(adapt)
      }
    },
    onUsers: users.subscribe,
    follow(visibility) {
      page = visibility
      const leave = visibility.subscribe(adapt)
      adapt()
      return () => {
        leave()
        if (page === visibility) page = undefined
        adapt()
      }
    },
  }
}
