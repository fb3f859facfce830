import type { Role } from '../contract/roles.ts'
import { roles } from '../state/resources/roles.ts'
import type { WholeListResult } from './list-result.ts'
import { toWholeList } from './to-whole-list.ts'
import { useResource } from './useResource.ts'

/** Loads the company's roles. */
export function useRoles(): WholeListResult<Role> {
  return toWholeList(useResource(roles, 'useRoles'), (answer) => answer.roles)
}
