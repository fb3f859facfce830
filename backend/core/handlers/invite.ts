import type { InviteResult } from '@aicx/roster/contract'
import type { Handler } from '../http/call.ts'
import { decideInvite, keysOf } from '../invitations/decide-invite.ts'
import { runWrite } from './run-write.ts'
import { viewInvitations } from './view-invitations.ts'

export const invite: Handler<'invite'> = async (call, services) => {
  const { body, place } = call
  const { store } = services
  const ids = body.emails.map(() => crypto.randomUUID())
  const { answer } = await runWrite(call, services, {
    userIds: [],
    invitations: { ids: [], keys: keysOf(body.emails) },
    rule: decideInvite(body, ids),
  })
  // A repeat returns the invitations as they are now: the stored response contains only their ids.
  const made = answer.flatMap((result) => (result.ok ? result.id : []))
  const [found, now] = await Promise.all([store.invitations.find(place.company.id, made), store.now()])
  const views = viewInvitations([...found.values()], place, now)
  const byId = new Map(views.map((view) => [view.id, view]))
  const results = answer.map((result, index): InviteResult => {
    const email = body.emails[index] ?? ''
    if (!result.ok) return { email, ...result }
    const invitation = byId.get(result.id)
    return invitation ? { email, ok: true, invitation } : { email, ok: false, code: 'not_found' }
  })
  return { results }
}
