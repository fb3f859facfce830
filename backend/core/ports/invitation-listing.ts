import type { InvitationSortKey, ListedStatus } from '@aicx/roster/contract'

/** Which invitations to list, in which order, and which page of them. */
export interface InvitationListing {
  /** Folded search terms. Each must occur in the address. */
  terms: string[]
  roleIds: string[]
  teamIds: string[]
  statuses: ListedStatus[]
  deliveries: string[]
  /** Ids of users, and of selections of users. */
  invitedBy: string[]
  sort: InvitationSortKey
  descending: boolean
}
