import type { UsersQuery } from '../contract/users-query.ts'

/** Returns true if a query may leave users out. */
export const isFiltered = ({ search, roleIds, teamIds }: UsersQuery): boolean =>
  Boolean(search || roleIds?.length || teamIds?.length)
