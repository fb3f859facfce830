import type { Invitation } from '../../contract/invitations.ts'
import type { RosterState } from '../roster/roster-state.ts'
import { invite } from './invite.ts'

/** Invites people again, each with the role and the teams that they were invited with. Never rejects. */
export async function inviteAgain(
  state: RosterState,
  invitations: readonly Invitation[],
): Promise<{ sent: number; failed: number }> {
  const groups = new Map<string, Invitation[]>()
  for (const invitation of invitations) {
    const key = JSON.stringify([invitation.role.id, directTeams(invitation)])
    groups.set(key, [...(groups.get(key) ?? []), invitation])
  }
  let sent = 0
  for (const group of groups.values()) {
    const [first] = group
    if (!first || state.signal.aborted) break
    const emails = group.map(({ email }) => email)
    const outcome = await invite(state, { emails, roleId: first.role.id, teamIds: directTeams(first) })
    if (outcome.ok) sent += outcome.value.done.length
  }
  return { sent, failed: invitations.length - sent }
}

/** The teams of an invitation that don't come with its role. */
const directTeams = ({ teams = [] }: Invitation): string[] =>
  teams
    .filter(({ direct }) => direct)
    .map(({ id }) => id)
    .sort()
