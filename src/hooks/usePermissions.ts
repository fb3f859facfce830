import type { Permission } from '../contract/permissions.ts'
import { permissions } from '../state/resources/permissions.ts'
import type { WholeListResult } from './list-result.ts'
import { toWholeList } from './to-whole-list.ts'
import { useResource } from './useResource.ts'

/** Loads the company's permissions. */
export function usePermissions(): WholeListResult<Permission> {
  return toWholeList(useResource(permissions, 'usePermissions'), (answer) => answer.permissions)
}
