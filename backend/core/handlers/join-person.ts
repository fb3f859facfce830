import type { JoinRequest } from '@aicx/roster/contract'
import { joinLimits } from '../../../src/contract/join.ts'
import { nameFault } from '../accounts/name-fault.ts'
import { passwordFault } from '../accounts/password-fault.ts'
import type { Services } from '../http/call.ts'
import type { Joining } from '../invitations/decide-accept.ts'
import type { JoinAccounts } from '../ports/join-accounts.ts'
import { Refused } from '../ports/refused.ts'
import type { OpenedInvitation } from './open-invitation.ts'

/** A person who isn't signed in, with the password that they chose. The link proves that they own the mailbox. */
export async function newPerson(
  userId: string,
  { name = '', password = '' }: JoinRequest,
  { ref, invitation, catalogue }: OpenedInvitation,
  { signIns, store }: Services,
): Promise<{ person: Joining; headers: HeadersInit }> {
  const joining = signIns?.joining
  if (!joining) throw new Refused('signed_out')
  const { email } = invitation
  const known = await joining.find(email)
  if (known?.hasPassword) throw new Refused('signed_out')
  if (!known) requireName(name)
  requirePassword(password, catalogue.company.name, joining)
  const { seats } = await store.invitations.settings(ref.companyId)
  if (seats && seats.used >= seats.total) throw seatsFull(seats.total)

  const passwordHash = await joining.hashPassword(password)
  const { signIn, headers } = joining.beginSignIn(email)
  const accountId = known?.id ?? crypto.randomUUID()
  const person = { userId, accountId, email, name: known?.name ?? name.trim() }
  return { person: { ...person, credentials: { passwordHash, signIn } }, headers }
}

function requireName(name: string) {
  const detail = nameFault(name)
  if (detail) throw new Refused('invalid_body', { fields: [{ pointer: '/body/name', detail }] })
}

function requirePassword(password: string, company: string, { isCommonPassword: isCommon }: JoinAccounts) {
  const reason = passwordFault({ password, company, isCommon })
  if (!reason) return
  const params = reason === 'too_short' ? { least: String(joinLimits.password) } : undefined
  throw new Refused('password_refused', { reason, ...(params && { params }) })
}

const seatsFull = (total: number) =>
  new Refused('seats_full', { reason: 'seats_full', params: { total: String(total) } })
