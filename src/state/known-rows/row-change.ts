import type { Role } from '../../contract/roles.ts'
import type { Team } from '../../contract/teams.ts'

/** The roles and teams that are loaded. A change takes names from them, and the teams that come with a role. */
export interface Catalogue {
  roles: readonly Role[]
  teams: readonly Team[]
}

/** Returns the row as a change will leave it. It is what people see until the server has answered. */
export type RowChange<Row> = (row: Row, catalogue: Catalogue) => Row
