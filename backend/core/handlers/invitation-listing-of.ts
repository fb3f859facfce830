import type { InvitationSortKey, InvitationsQuery } from '@aicx/roster/contract'
import { searchTerms } from '../../../src/base/fold.ts'
import type { InvitationListing } from '../ports/invitation-listing.ts'

/** A query of invitations as stores take it. */
export function invitationListingOf({
  search = '',
  sort = '-sent',
  roleIds = [],
  teamIds = [],
  statuses = [],
  deliveries = [],
  invitedBy = [],
}: { [Name in keyof InvitationsQuery]: InvitationsQuery[Name] | undefined }): InvitationListing {
  const descending = sort.startsWith('-')
  return {
    terms: searchTerms(search),
    roleIds: [...roleIds],
    teamIds: [...teamIds],
    statuses: [...statuses],
    deliveries: [...deliveries],
    invitedBy: [...invitedBy],
    sort: (descending ? sort.slice(1) : sort) as InvitationSortKey,
    descending,
  }
}
