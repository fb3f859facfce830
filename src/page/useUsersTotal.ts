import type { Role } from '../contract/roles.ts'
import type { UsersListResult } from '../hooks/useUsersList.ts'
import { useWholeTotal } from './list/useWholeTotal.ts'

/** Returns the number of all users of the company, regardless of the filters, or undefined if it isn't known. */
export function useUsersTotal(users: UsersListResult, roles: readonly Role[]): number | undefined {
  return useWholeTotal(users) ?? countByRole(roles)
}

/** The sum over all roles, since each user has one role. */
function countByRole(roles: readonly Role[]): number | undefined {
  let sum = 0
  for (const { userCount } of roles) {
    if (userCount === undefined) return undefined
    sum += userCount
  }
  return roles.length > 0 ? sum : undefined
}
