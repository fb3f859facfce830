import type { BulkVerb } from '../../components/users-table/selectable-user.ts'
import type { Capabilities } from '../../contract/capabilities.ts'
import type { BulkAction } from './bulk-action.ts'

/** What can be done to many users. */
const everyVerb: readonly BulkVerb[] = ['delete', 'changeRole', 'changeTeams']
const noVerb: readonly BulkVerb[] = []

/**
 * Returns the verbs that decide whether a user can be selected: those that the backend supports, or all of them until
 * that is known. A host's own actions may be for any user. Undefined if nothing can be done with a selection.
 */
export function bulkVerbs(
  capabilities: Capabilities | undefined,
  actions: readonly BulkAction[] = [],
): readonly BulkVerb[] | undefined {
  if (actions.length > 0) return noVerb
  if (!capabilities) return everyVerb
  const { deleteUsers, changeRole, changeTeams } = capabilities
  const supported = { delete: deleteUsers, changeRole, changeTeams }
  const verbs = everyVerb.filter((verb) => supported[verb])
  if (verbs.length === everyVerb.length) return everyVerb
  return verbs.length > 0 ? verbs : undefined
}
