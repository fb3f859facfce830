import type { TeamList } from '../../contract/teams.ts'
import type { ResourceDefinition } from './resource.ts'

/** All teams of the company. */
export const teams: ResourceDefinition<TeamList> = {
  name: 'teams',
  call: ({ teams }) => teams && ((options) => teams.list(options)),
}
