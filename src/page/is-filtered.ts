import type { UsersQuery } from '../contract/users-query.ts'

/** Whether a query leaves anybody out. */
export const isFiltered = ({ search, roleIds, teamIds }: UsersQuery): boolean =>
  Boolean(search || roleIds?.length || teamIds?.length)
