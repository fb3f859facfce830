import type { BulkVerb } from '../../components/users-table/selectable-user.ts'
import type { Capabilities } from '../../contract/capabilities.ts'

/** What can be done to many users. */
const everyVerb: readonly BulkVerb[] = ['delete', 'changeRole', 'changeTeams']

/** The verbs that the backend supports, or undefined if there is none. */
export function bulkVerbs({
  deleteUsers,
  changeRole,
  changeTeams,
}: Capabilities): readonly BulkVerb[] | undefined {
  const supported = { delete: deleteUsers, changeRole, changeTeams }
  const verbs = everyVerb.filter((verb) => supported[verb])
  return verbs.length > 0 ? verbs : undefined
}
