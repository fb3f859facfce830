import type { Handler } from '../http/call.ts'
import { byName } from '../text/by-name.ts'

export const listTeams: Handler<'listTeams'> = async ({ place }, { store }) => {
  const { byTeam } = await store.counts(place.company.id)
  return {
    teams: byName(place.catalogue.teams).map((team) => ({ ...team, userCount: byTeam.get(team.id) ?? 0 })),
  }
}
