import type { Call, Handlers, Services } from '../http/call.ts'
import { reportActivity } from '../http/report-activity.ts'
import { Refused } from '../ports/refused.ts'
import { agreement, marginMs } from '../rules/idle-lengths.ts'
import { idleView } from '../rules/idle-view.ts'
import { sessionVerdict, verdictCode } from '../rules/session-verdict.ts'
import { sessionKeyOf } from './session-key-of.ts'

type SessionIdle = Pick<Handlers, 'getIdle' | 'reportActivity' | 'endSession' | 'holdSession' | 'releaseHold'>

type OwnCall = Pick<Call<'getIdle'>, 'place' | 'identified' | 'requestId'>

/** The viewer as the actor of a change to their own session. */
const byViewer = ({ place, requestId }: Pick<OwnCall, 'place' | 'requestId'>) => ({
  actor: { kind: 'user' as const, id: place.viewer.id },
  requestId,
})

/** The session as it is now. One that has ended since the request was admitted is refused. */
async function living({ place, identified }: OwnCall, { store }: Services) {
  const { company, session } = place
  const admission = (await store.sessions(company.id, [session.id])).get(session.id)
  const over = admission && sessionVerdict(admission, identified.signIn)
  if (!admission || over) throw new Refused(verdictCode(over ?? 'revoked'))
  return admission
}

/** The idle logout of the viewer's own session. */
export const sessionIdle: SessionIdle = {
  getIdle: async ({ place, identified }) => idleView(place, identified.signIn),

  reportActivity: async ({ place, identified: { signIn }, body }, services) =>
    idleView(await reportActivity(place, signIn, body.ageMs, services), signIn),

  async endSession(call, services) {
    const { place, identified, body } = call
    const { company, session, idlePolicy } = place
    const { sessionKey } = body
    if (sessionKey !== undefined && sessionKey !== (await sessionKeyOf(session.id, services.digest)))
      return { ended: true }
    const by = byViewer(call)
    if (body.reason === 'signed_out') {
      await services.store.endSession(company.id, session.id, 'signed_out', by)
      return { ended: true }
    }
    // The page's deadline is earlier than the server's.
    const earlyMs = marginMs(idlePolicy) + agreement
    if (await services.store.idle.end(company.id, session.id, { ...by, earlyMs })) return { ended: true }
    return { ended: false, idle: idleView(await living(call, services), identified.signIn) }
  },

  async holdSession(call, services) {
    const { company, session } = call.place
    const id = crypto.randomUUID()
    const asked = { id, ...byViewer(call), ...call.body }
    const held = await services.store.idle.hold(company.id, session.id, asked)
    const { now } = await living(call, services)
    if (!held) throw new Refused('hold_not_allowed')
    if ('waitMs' in held)
      throw new Refused('rate_limited', { retryAfter: Math.max(1, Math.ceil(held.waitMs / 1_000)) })
    return { id, remainingMs: Math.max(0, held.until.getTime() - now.getTime()) }
  },

  async releaseHold(call, { store }) {
    const { company, session } = call.place
    if (!(await store.idle.release(company.id, session.id, call.holdId, byViewer(call))))
      throw new Refused('not_found')
  },
}
