import type { UserListing } from '../../../backend/core/ports/user-listing.ts'

/** The first 200 users of a company, without a search or filters. */
export const everyUser: UserListing = {
  terms: [],
  roleIds: [],
  teamIds: [],
  sort: 'name',
  descending: false,
  limit: 200,
  from: { offset: 0 },
}
