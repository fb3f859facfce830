import type { RosterEvent } from '@aicx/roster/contract'
import type { Call, Services } from '../http/call.ts'
import type { ChangeRecord } from '../ports/change-log.ts'
import { judge } from '../rules/judge.ts'
import { sessionVerdict } from '../rules/session-verdict.ts'
import { createBell } from '../streams/bell.ts'

/** The longest life of a stream, in ms. Its client then opens another, which authenticates again. */
const longest = 300_000

const comment = ':\n\n'
const message = (event: RosterEvent) => `data: ${JSON.stringify(event)}\n\n`

/**
 * The change log from `since` on, as the texts of an event stream: a message for each change, and a comment when there
 * is none for a while. It ends when the session ends or the viewer loses the permission to read it.
 */
export async function* followChanges(
  call: Call<'listEvents'>,
  services: Services,
  signal: AbortSignal,
): AsyncGenerator<string> {
  const { store, heartbeat } = services
  const { company, viewer } = call.place
  const bell = createBell()
  const unwatch = store.watch(company.id, bell.ring)
  const until = performance.now() + longest
  try {
    yield comment
    let since = call.query.since ?? (await store.changes(company.id)).revision
    while (!signal.aborted && performance.now() < until) {
      const { changes, revision, gap } = await store.changes(company.id, since)
      const access = await checkAccess(call, services)
      if (access === 'ended') return
      if (access === 'denied') {
        yield* ownOf(changes, viewer.id).map(message)
        return
      }
      if (gap) yield message({ revision, resource: 'all', ids: [], intent: '', at: await nowOf(services) })
      else yield* changes.map(toEvent).map(message)
      const last = changes.at(-1)?.revision
      since = gap || last === undefined ? revision : last
      if (since < revision) continue
      if (!gap && last === undefined) yield comment
      await bell.wait(heartbeat, signal)
    }
  } finally {
    unwatch()
  }
}

const nowOf = async ({ store }: Services) => (await store.now()).toISOString()

const toEvent = ({ at, ...change }: ChangeRecord): RosterEvent => ({ ...change, at: at.toISOString() })

/** The changes to the viewer alone, for one who may no longer read the others. */
const ownOf = (changes: ChangeRecord[], viewerId: string) =>
  changes.filter(({ ids }) => ids.includes(viewerId)).map((change) => toEvent({ ...change, ids: [viewerId] }))

/** Whether the session is still open and its viewer may still read. */
async function checkAccess({ identified, place }: Call<'listEvents'>, { store, permissions }: Services) {
  const { id } = place.company
  const admission = await store.admit(id, identified.signIn)
  if (!admission?.user || admission.session.id !== place.session.id) return 'ended'
  if (sessionVerdict(admission, identified.signIn)) return 'ended'
  const { user, catalogue } = admission
  const action = judge({ viewer: user, catalogue, product: permissions }).permitted('manage_users')
  return action.allowed ? 'allowed' : 'denied'
}
