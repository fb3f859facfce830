import type { InvitationListing } from '../../../backend/core/ports/invitation-listing.ts'

/** Every listed invitation, the latest first. */
export const everyInvitation: InvitationListing & { offset: number; limit: number } = {
  terms: [],
  roleIds: [],
  teamIds: [],
  statuses: [],
  deliveries: [],
  invitedBy: [],
  sort: 'sent',
  descending: true,
  offset: 0,
  limit: 100,
}
