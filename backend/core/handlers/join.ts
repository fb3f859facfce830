import type { JoinRequest } from '@aicx/roster/contract'
import type { Call, Handler, Services } from '../http/call.ts'
import { decideAccept, type Joining } from '../invitations/decide-accept.ts'
import { Refused } from '../ports/refused.ts'
import { emailKey } from '../text/email-key.ts'
import { newPerson } from './join-person.ts'
import { joinedBefore } from './joined-before.ts'
import { type OpenedInvitation, openInvitation } from './open-invitation.ts'
import { inJoinTurn } from './preview-join.ts'

/**
 * Joins a company with the link of an invitation. Everything that can refuse does so before a password is hashed, and
 * is decided again under the company's lock.
 */
export const join: Handler<'join'> = (call, services) =>
  inJoinTurn(services, async () => {
    const { body, identified } = call
    const opened = await openInvitation(body.token, identified, services)
    if ('user' in opened) return joinedBefore(opened, services)
    const { person, headers } = await personOf(call, opened, services).catch(async (error) => {
      // The account may have been created by the same link at the same moment. The page must then show that the link
      // was used.
      await openInvitation(body.token, identified, services)
      throw error
    })
    const written = await accept(call, opened, person, services)
    if (!written.ok) {
      const { code, ...details } = written.refused
      // Someone else was faster, or the same account in another tab. The page must show the current state.
      const again = await openInvitation(body.token, identified, services)
      if ('user' in again) return joinedBefore(again, services)
      throw new Refused(code, details)
    }
    for (const [name, value] of new Headers(headers)) call.headers.append(name, value)
    const { company, roles } = opened.catalogue
    const { userId, roleId, lost } = written.answer
    return {
      company,
      userId,
      role: { id: roleId, name: roles.find(({ id }) => id === roleId)?.name ?? '' },
      lost,
    }
  })

function accept(
  { requestId }: Call<'join'>,
  { ref, invitation }: OpenedInvitation,
  person: Joining,
  { store, permissions }: Services,
) {
  const { companyId, invitationId, generation } = ref
  const actor = { kind: 'user' as const, id: person.userId }
  const intent = { id: crypto.randomUUID(), fingerprint: 'join', actor, requestId }
  const rule = decideAccept(invitationId, generation, person)
  return store.write(companyId, intent, {
    userIds: [],
    invitations: { ids: [invitationId], keys: [invitation.emailKey] },
    decide: (facts) => rule(facts, permissions),
  })
}

/** The person who joins: the account that is signed in, or a new one. */
async function personOf(
  { body, identified }: Call<'join'>,
  opened: OpenedInvitation,
  services: Services,
): Promise<{ person: Joining; headers: HeadersInit }> {
  const userId = crypto.randomUUID()
  const { invitation } = opened
  if (!identified) return newPerson(userId, body satisfies JoinRequest, opened, services)
  const { account, signIn } = identified
  if (emailKey(account.email) !== invitation.emailKey) throw new Refused('wrong_account')
  if (!account.emailVerified) throw new Refused('wrong_account', { reason: 'email_not_verified' })
  const { id: accountId, name, email } = account
  return { person: { userId, accountId, name, email, signIn }, headers: [] }
}
