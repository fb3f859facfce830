import { useState } from 'react'
import type { Role } from '../contract/roles.ts'
import type { UsersListResult } from '../hooks/useUsersList.ts'
import { isFiltered } from './list/is-filtered.ts'

/** Returns the number of all users of the company, regardless of the filters, or undefined if it isn't known. */
export function useUsersTotal(users: UsersListResult, roles: readonly Role[]): number | undefined {
  const { status, isPlaceholder, query, total, totalIs } = users
  const [counted, setCounted] = useState<number>()
  const isWhole = status === 'ready' && !isPlaceholder && !isFiltered(query)
  if (isWhole && totalIs === 'exact' && counted !== total) setCounted(total)
  if (isWhole) return total
  return counted ?? countByRole(roles)
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
