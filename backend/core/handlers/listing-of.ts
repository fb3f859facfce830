import type { UserSortKey, UsersQuery } from '@aicx/roster/contract'
import { searchTerms } from '../../../src/base/fold.ts'
import type { UserListing } from '../ports/user-listing.ts'

/** A query as stores take it. */
export function listingOf({
  search = '',
  sort = 'name',
  roleIds = [],
  teamIds = [],
}: { [Name in keyof UsersQuery]: UsersQuery[Name] | undefined }): Omit<UserListing, 'limit' | 'from'> {
  const descending = sort.startsWith('-')
  return {
    terms: searchTerms(search),
    roleIds: [...roleIds],
    teamIds: [...teamIds],
    sort: (descending ? sort.slice(1) : sort) as UserSortKey,
    descending,
  }
}
