import { createSubscribable } from '../../base/subscribable.ts'
import type { EventsApi } from '../../client/roster-api.ts'
import type { RosterEvent } from '../../contract/events.ts'
import type { Session } from '../../contract/session.ts'
import type { ListName, ResourceName } from '../core/data-event.ts'
import type { StateCore } from '../core/state-core.ts'
import type { RosterEnvironment } from '../environment/roster-environment.ts'
import type { ResourceStore } from '../resources/resource.ts'
import type { Follow } from './follow-changes.ts'
import { gatherIds } from './gather-ids.ts'
import { laterChanges } from './later-changes.ts'
import { pollPresence } from './poll-presence.ts'

/** Follows the changes that others make while rows are shown. */
export interface LiveChanges {
  /** Keeps following the change log until the returned function is called. */
  retain(): () => void
  /** Calls the listener with the ids of rows that others have changed or deleted. */
  onRows(list: ListName, listener: (ids: readonly string[]) => void): () => void
  /** Follows while the page is visible, until the returned function is called. */
  follow(page: LivePage): () => void
}

/** What following changes needs from a page. */
export type LivePage = Required<
  Pick<RosterEnvironment, 'clock' | 'visibility' | 'storage' | 'channel' | 'locks'>
>

/** Follows the company's change log, and loads again what has changed. */
export function createLiveChanges(
  core: StateCore,
  viewer: ResourceStore<Session>,
  random: () => number = Math.random,
): LiveChanges {
  const { api, clock, queries, key, intents, reread } = core
  const followPresence = pollPresence(core)
  let retained = 0
  let page: LivePage | undefined
  let running: AbortController | undefined

  /** How changes to the rows of a list are handled: `names` are loaded one by one, and `also` in addition. */
  const followed = (list: ListName, names: readonly ResourceName[], also: readonly ResourceName[] = []) => ({
    ...createSubscribable<[ids: readonly string[]]>(),
    read: gatherIds((ids) => {
      const open = names.flatMap((name) => [...ids].map((id) => key(name, id)))
      return Promise.all(
        [...[list, ...also].map((name) => key(name)), ...open].map((queryKey) =>
          queries.invalidateQueries({ queryKey }),
        ),
      )
    }, clock),
  })
  const lists: Record<ListName, ReturnType<typeof followed>> = {
    users: followed('users', ['user', 'activity']),
    invitations: followed(
      'invitations',
      ['invitation', 'invitationActivity'],
      ['invitationSettings', 'pendingInvitations'],
    ),
  }

  const { events } = api
  let run: Follow | undefined

  /**
   * Follows the log once the code for it is loaded, from the revision at which that began. If it can't be loaded, the next
   * reason to follow tries again.
   */
  async function begin(events: EventsApi, page: LivePage, log: string | undefined) {
    const controller = new AbortController()
    running = controller
    const latest = run ? undefined : events.list(undefined, { signal: controller.signal })
    latest?.catch(() => undefined)
    try {
      const followChanges = await laterChanges.load()
      if (controller.signal.aborted) return
      if (latest)
        run = followChanges(
          { events, begin: latest },
          {
            onEvent,
            onGap: () => reread(),
            // The role may have changed, or the session ended. The page must show that immediately.
            onSignedOut: () => reread('session'),
            onRefused: () => void reread(),
          },
          random,
        )
    } catch {
      if (running === controller) running = undefined
      return
    }
    await run?.(controller.signal, page, log)
  }

  /** Follows the log only while rows are shown on a visible page to a viewer who may see them. */
  function adapt() {
    const { data, error } = viewer.getSnapshot()
    const isShown =
      retained > 0 &&
      page?.visibility.isVisible() === true &&
      error?.status !== 401 &&
      data?.viewer.actions.manageUsers.allowed === true
    followPresence(isShown && data.capabilities.presence)
    const isWanted = isShown && data.capabilities.events
    if (isWanted === (running !== undefined)) return
    running?.abort()
    running = undefined
    if (!isWanted || !events || !page) return
    void begin(events, page, data.sessionKey ? `${api.company}.${data.sessionKey}` : undefined)
  }

  function onEvent({ resource, ids, intent }: RosterEvent) {
    if (intents.has(intent)) return
    const viewerId = viewer.getSnapshot().data?.viewer.id ?? ''
    // The viewer's own role decides which actions every response allows.
    if (resource === 'all' || resource === 'roles' || ids.includes(viewerId)) void reread()
    else if (resource === 'idle_logout') void reread('idleLogout')
    else if (resource === 'teams') {
      for (const name of ['teams', 'users', 'invitations'] as const) void reread(name)
    } else if (isList(resource)) {
      lists[resource].notify(ids)
      lists[resource].read(ids)
    }
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
        // StrictMode subscribes again in the same turn, and should find the stream open.
        queueMicrotask(adapt)
      }
    },
    onRows: (list, listener) => lists[list].subscribe(listener),
    follow(followed) {
      page = followed
      const leave = followed.visibility.subscribe(adapt)
      adapt()
      return () => {
        leave()
        if (page === followed) page = undefined
        adapt()
      }
    },
  }
}

const isList = (resource: string): resource is ListName => resource === 'users' || resource === 'invitations'
