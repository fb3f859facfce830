import type { Impact } from '@aicx/roster/contract'
import type { Place, Services } from '../http/call.ts'
import { Refused } from '../ports/refused.ts'
import type { SelectionRecord } from '../ports/selections.ts'
import { TookTooLong, within } from '../queues/within.ts'
import { invitationListingOf } from './invitation-listing-of.ts'

/** How long the product may take, in ms. */
const patience = 5_000

/** Returns what else changes. It is calculated once. */
export async function impactOf(
  selection: SelectionRecord,
  { company, catalogue }: Place,
  { store, content }: Services,
): Promise<Impact[]> {
  const { id, action, resource } = selection
  const deletesUsers = resource === 'users' && action.kind === 'delete'
  const impact = deletesUsers ? [...(await emptied()), ...(await invited()), ...(await ofContent())] : []
  await store.selections.setImpact(company.id, id, impact)
  return impact

  async function emptied(): Promise<Impact[]> {
    const [{ byTeam }, leaving] = await Promise.all([
      store.counts(company.id),
      store.selections.teamCounts(company.id, id),
    ])
    const teams = catalogue.teams.filter((team) => {
      const members = byTeam.get(team.id) ?? 0
      return members > 0 && members === leaving.get(team.id)
    })
    const [first] = teams
    if (!first) return []
    const params = teams.length === 1 && { params: { team: first.name, teamId: first.id } }
    return [{ kind: 'teams_left_empty', count: teams.length, ...params }]
  }

  /** Pending invitations by these users, which stay valid unless they are deleted too. */
  async function invited(): Promise<Impact[]> {
    const theirs = { ...invitationListingOf({ invitedBy: [id], statuses: ['pending'] }), offset: 0, limit: 0 }
    const { total } = await store.invitations.list(company.id, theirs)
    return total > 0 ? [{ kind: 'pending_invitations', count: total, deletable: true }] : []
  }

  async function ofContent(): Promise<Impact[]> {
    if (!content.impact) return []
    const ids = await store.selections.allowedIds(company.id, id)
    try {
      return await within(patience, async () => (await content.impact?.(company.id, ids)) ?? [])
    } catch (error) {
      if (error instanceof TookTooLong) throw new Refused('unavailable', { retryAfter: 1 })
      throw error
    }
  }
}
