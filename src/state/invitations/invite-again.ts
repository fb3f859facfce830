import { toApiError } from '../../client/to-api-error.ts'
import type { Invitation } from '../../contract/invitations.ts'
import { newIntent } from '../core/new-intent.ts'
import type { RosterState } from '../roster/roster-state.ts'
import { invitationsOf } from './invitations-state.ts'

/** The most addresses of one request. */
const together = 200

/** Invites people again, each with the role and the teams that they were invited with. Never rejects. */
export async function inviteAgain(
  state: RosterState,
  invitations: readonly Invitation[],
): Promise<{ sent: number; failed: number }> {
  const { api, intents, signal, reread } = state
  const groups = new Map<string, Invitation[]>()
  for (const invitation of invitations) {
    const key = JSON.stringify([invitation.role.id, directTeams(invitation)])
    groups.set(key, [...(groups.get(key) ?? []), invitation])
  }
  let sent = 0
  for (const group of groups.values()) {
    for (let start = 0; start < group.length; start += together) {
      const batch = group.slice(start, start + together)
      const [first] = batch
      if (!first) continue
      const intent = newIntent()
      intents.add(intent)
      const request = {
        emails: batch.map(({ email }) => email),
        roleId: first.role.id,
        teamIds: directTeams(first),
      }
      try {
        const answer = await api.invitations?.invite?.(request, { intent, signal })
        sent += answer?.results.filter(({ ok }) => ok).length ?? 0
      } catch (thrown) {
        if (toApiError(thrown).code === 'aborted') break
      }
    }
  }
  invitationsOf(state).writes.noteSaved({ movesRows: true })
  void reread('pendingInvitations')
  void reread('invitationSettings')
  return { sent, failed: invitations.length - sent }
}

/** The teams of an invitation that don't come with its role. */
const directTeams = ({ teams = [] }: Invitation): string[] =>
  teams
    .filter(({ direct }) => direct)
    .map(({ id }) => id)
    .sort()
