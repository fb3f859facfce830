import type { SignedInAs } from '@aicx/roster/contract'
import type { Handler, Services } from '../http/call.ts'
import type { Identified } from '../ports/identity.ts'
import { byName } from '../text/by-name.ts'
import { emailKey } from '../text/email-key.ts'
import { joinedBefore } from './joined-before.ts'
import { openInvitation, usedBy } from './open-invitation.ts'

/** What an invitation is for, and who is signed in. */
export const previewJoin: Handler<'previewJoin'> = ({ body, identified }, services) =>
  inJoinTurn(services, async () => {
    const opened = await openInvitation(body.token, identified, services)
    if ('user' in opened) throw usedBy(opened, (await joinedBefore(opened, services)).role)
    const { invitation, catalogue, grant } = opened
    const { email, expiresAt, invitedBy } = invitation
    const inviter = invitedBy.name.trim()
    return {
      company: catalogue.company,
      email,
      role: { id: grant.role.id, name: grant.role.name },
      teams: byName(grant.teams).map(({ id, name }) => ({ id, name })),
      ...(inviter && { invitedBy: { name: inviter } }),
      expiresAt: expiresAt.toISOString(),
      ...(await accountOf(email, services)),
      ...(identified && { signedInAs: await signedInAs(identified, invitation.emailKey, services) }),
      lost: grant.lost,
    }
  })

/** Runs the work of a visitor in their turn, if the backend owns the accounts. */
export const inJoinTurn = <Result>({ signIns }: Services, work: () => Promise<Result>): Promise<Result> =>
  signIns?.joining ? signIns.joining.inTurn(work) : work()

async function accountOf(email: string, { signIns }: Services) {
  if (!signIns?.joining) return { account: 'elsewhere' as const }
  const known = await signIns.joining.find(email)
  if (!known) return { account: 'none' as const }
  return known.hasPassword
    ? { account: 'exists' as const }
    : { account: 'no_password' as const, name: known.name }
}

const signedInAs = async (
  { account: { id, name, email } }: Identified,
  invitedKey: string,
  { store }: Services,
): Promise<SignedInAs> => ({
  name,
  email,
  isInvited: emailKey(email) === invitedKey,
  companies: await store.companiesOf(id),
})
