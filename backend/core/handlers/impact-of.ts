import type { Impact } from '@aicx/roster/contract'
import type { Place, Services } from '../http/call.ts'
import type { SelectionRecord } from '../ports/selections.ts'

/** What else changes, found out once. */
export async function impactOf(
  selection: SelectionRecord,
  { company, catalogue }: Place,
  { store, content }: Services,
): Promise<Impact[]> {
  const { id, action } = selection
  const impact = action.kind === 'delete' ? [...(await emptied()), ...(await ofContent())] : []
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

  async function ofContent(): Promise<Impact[]> {
    if (!content.impact) return []
    return content.impact(company.id, await store.selections.allowedIds(company.id, id))
  }
}
