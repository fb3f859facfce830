import type { RoleRef } from '@aicx/roster/contract'
import type { Services } from '../http/call.ts'
import { acceptRefusal } from '../invitations/decide-accept.ts'
import { grantOf, type JoinGrant } from '../invitations/grant-of.ts'
import type { InvitationRef } from '../invitations/token.ts'
import type { Identified } from '../ports/identity.ts'
import type { InvitationRecord } from '../ports/invitations.ts'
import type { Catalogue, UserRecord } from '../ports/records.ts'
import { Refused } from '../ports/refused.ts'
import type { Refusal } from '../ports/write.ts'
import { emailKey } from '../text/email-key.ts'

/** A genuine link, and what it gives. */
export interface OpenedInvitation {
  ref: InvitationRef
  invitation: InvitationRecord
  catalogue: Catalogue
  grant: JoinGrant
}

/** A genuine link that was used by the account that is signed in, who is a member. */
export interface UsedInvitation {
  ref: InvitationRef
  invitation: InvitationRecord
  catalogue: Catalogue
  user: UserRecord
}

/**
 * Finds the invitation of a token that we signed. Returns what it gives, or the member whose account used it. Refuses a
 * token that isn't ours as unknown, and a link that no longer works with what the person needs to know.
 */
export async function openInvitation(
  token: string,
  identified: Identified | null,
  { store, tokens, permissions }: Pick<Services, 'store' | 'tokens' | 'permissions'>,
): Promise<OpenedInvitation | UsedInvitation> {
  const ref = (await tokens?.read(token)) ?? null
  if (!ref) throw unknown()
  const { companyId, invitationId, generation } = ref
  const catalogue = await store.catalogue(companyId)
  if (!catalogue) throw unknown()
  const [found, now] = await Promise.all([store.invitations.find(companyId, [invitationId]), store.now()])
  const invitation = found.get(invitationId)
  if (!invitation) throw unknown()

  const refused = acceptRefusal(invitation, generation, now)
  if (!refused) {
    const member = identified && (await memberBy(store, companyId, invitation, identified))
    if (member) return { ref, invitation, catalogue, user: member }
    const grant = grantOf(invitation, catalogue, permissions)
    if (!grant) throw new Refused('role_not_found', { params: { roleId: invitation.roleId } })
    return { ref, invitation, catalogue, grant }
  }
  const userId = invitation.end?.userId
  const user = userId && identified ? await store.user(companyId, userId) : null
  if (user && user.accountId === identified?.account.id) return { ref, invitation, catalogue, user }
  throw gone(refused, catalogue, invitation, await latest(store, companyId, invitation))
}

/** The invited account, if it is a member already. The invitation changes nothing for it. */
async function memberBy(
  store: Services['store'],
  companyId: string,
  { emailKey: key }: InvitationRecord,
  { account }: Identified,
) {
  if (emailKey(account.email) !== key) return null
  const userId = (await store.invitations.addresses(companyId, [key])).get(key)?.userId
  const user = userId ? await store.user(companyId, userId) : null
  return user?.accountId === account.id ? user : null
}

const unknown = () => new Refused('invitation_not_found')

/**
 * The invitation whose link replaced this one: it was sent again, or the address was invited again after it had
 * expired.
 */
async function latest(store: Services['store'], companyId: string, invitation: InvitationRecord) {
  if (invitation.end?.as !== 'replaced') return invitation
  const { emailKey } = invitation
  return (await store.invitations.addresses(companyId, [emailKey])).get(emailKey)?.invitation ?? null
}

/** The refusal of a link that no longer works. It may name the inviter, since only a person who received the email has the link. */
function gone(
  { code }: Refusal,
  { company }: Catalogue,
  { invitedBy, expiresAt, end, email }: InvitationRecord,
  newer: InvitationRecord | null,
): Refused {
  const inviter = invitedBy.name.trim()
  const times = {
    invitation_expired: expiresAt,
    invitation_deleted: end?.at,
    invitation_superseded: newer ? (newer.sentAt ?? newer.askedAt) : undefined,
  }
  const at = times[code as keyof typeof times]?.toISOString()
  return new Refused(code, {
    status: 410,
    params: {
      company: company.name,
      ...(inviter && { inviter }),
      ...(at !== undefined && { at }),
      ...(code === 'invitation_superseded' && { email }),
    },
  })
}

/** The refusal of a link that is opened again by the account that used it: when it joined, and with which role. */
export function usedBy({ user, catalogue: { company } }: UsedInvitation, role: RoleRef | undefined): Refused {
  const { name: person, email, joinedAt } = user
  return new Refused('invitation_accepted', {
    status: 410,
    params: {
      ...{ company: company.name, companyId: company.id, at: joinedAt.toISOString() },
      ...{ role: role?.name ?? '', person, email },
    },
  })
}
