import type { Catalogue } from '../ports/records.ts'
import type { Named } from '../ports/selections.ts'

const named = (things: readonly Named[], id: string): Named => ({
  id,
  name: things.find((thing) => thing.id === id)?.name ?? '',
})

/** A role by its id, with its name. */
export const namedRole = ({ roles }: Catalogue, id: string): Named => named(roles, id)

/** A team by its id, with its name. */
export const namedTeam = ({ teams }: Catalogue, id: string): Named => named(teams, id)
