import type { RosterEvent } from '@aicx/roster/contract'
import type { Call, Services } from '../http/call.ts'
import type { Admission } from '../ports/admission.ts'
import type { ChangeRecord } from '../ports/change-log.ts'
import { judge } from '../rules/judge.ts'
import { sessionVerdict } from '../rules/session-verdict.ts'

/** The longest life of a stream, in ms. Its client then opens another, which authenticates again. */
const longest = 300_000

const comment = ':\n\n'
const message = (event: RosterEvent) => `data: ${JSON.stringify(event)}\n\n`

/** All streams of a company send the same text of a change. */
const texts = new WeakMap<ChangeRecord, string>()

/**
 * The change log from `since` on, as the texts of an event stream: a message for each change, and a comment when
 * nothing has changed for a while. It ends when the session ends or the viewer loses the permission to read it.
 */
export async function* followChanges(
  call: Call<'listEvents'>,
  services: Services,
  signal: AbortSignal,
): AsyncGenerator<string> {
  const { store, feeds } = services
  const { company, viewer, session } = call.place
  const feed = feeds.follow(company.id, session.id)
  const until = performance.now() + longest
  try {
    yield comment
    let since = call.query.since ?? (await store.changes(company.id)).revision
    while (!signal.aborted && performance.now() < until) {
      const { page, admission } = await feed.look(since)
      const { changes, revision, gap } = page
      if (!isOpen(admission, call)) return
      if (!mayRead(admission, services)) {
        yield* ownOf(changes, viewer.id).map(toEvent).map(message)
        return
      }
      const at = admission.now.toISOString()
      if (gap) yield message({ revision, resource: 'all', ids: [], intent: '', at })
      else yield* changes.map(textOf)
      const last = changes.at(-1)?.revision
      since = gap || last === undefined ? revision : last
      if (since < revision) continue
      if (!gap && last === undefined) yield comment
      await feed.wait(signal)
    }
  } finally {
    feed.leave()
  }
}

const toEvent = ({ at, ...change }: ChangeRecord): RosterEvent => ({ ...change, at: at.toISOString() })

function textOf(change: ChangeRecord): string {
  const text = texts.get(change) ?? message(toEvent(change))
  texts.set(change, text)
  return text
}

/** Only the changes to the viewer, who may no longer read the others. */
const ownOf = (changes: ChangeRecord[], viewerId: string) =>
  changes.filter(({ ids }) => ids.includes(viewerId)).map((change) => ({ ...change, ids: [viewerId] }))

type OpenAdmission = Admission & { user: NonNullable<Admission['user']> }

const isOpen = (
  admission: Admission | undefined,
  { identified }: Call<'listEvents'>,
): admission is OpenAdmission => admission?.user != null && !sessionVerdict(admission, identified.signIn)

/** Whether the viewer of an open session may still read the log. */
const mayRead = ({ user, catalogue }: OpenAdmission, { permissions }: Services) =>
  judge({ viewer: user, catalogue, product: permissions }).permitted('manage_users').allowed
