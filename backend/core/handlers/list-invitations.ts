import type { Handler } from '../http/call.ts'
import { invitationListingOf } from './invitation-listing-of.ts'
import { viewInvitations } from './view-invitations.ts'

const defaultLimit = 50

export const listInvitations: Handler<'listInvitations'> = async ({ query, place }, { store }) => {
  const { role, team, status, delivery, offset = 0, limit = defaultLimit, ...rest } = query
  const lists = { roleIds: role, teamIds: team, statuses: status, deliveries: delivery }
  const listing = { ...invitationListingOf({ ...rest, ...lists }), offset, limit }
  const page = await store.invitations.list(place.company.id, listing)
  return {
    rows: viewInvitations(page.invitations, place, page.now),
    offset,
    total: page.total,
    totalIs: 'exact' as const,
    revision: String(page.revision),
    pending: page.pending,
  }
}
