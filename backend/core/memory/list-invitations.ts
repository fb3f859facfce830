import { invitationTimes } from '../invitations/limits.ts'
import type { InvitationListing } from '../ports/invitation-listing.ts'
import type { InvitationPage } from '../ports/invitation-store.ts'
import type { InvitationRecord } from '../ports/invitations.ts'
import { isPending } from '../rules/invitation-status.ts'
import { teamMembership } from '../rules/team-membership.ts'
import { compareBytes } from '../text/compare-bytes.ts'
import { invitationRecord } from './invitation-record.ts'
import type { MemoryCompany } from './memory-company.ts'
import type { MemoryInvitation } from './memory-invitation.ts'

type Key = string | number

const keys: Record<InvitationListing['sort'], (invitation: MemoryInvitation) => Key> = {
  sent: ({ askedAt }) => askedAt.getTime(),
  email: ({ searchText }) => searchText,
  expires: ({ expiresAt }) => expiresAt.getTime(),
}

const compare = (a: Key, b: Key) =>
  typeof a === 'string' && typeof b === 'string' ? compareBytes(a, b) : Number(a) - Number(b)

/** The invitations that match, pending ones first. */
export function listedInvitations(
  company: MemoryCompany,
  listing: InvitationListing,
  now: Date,
): MemoryInvitation[] {
  const key = keys[listing.sort]
  const direction = listing.descending ? -1 : 1
  const rank = (invitation: MemoryInvitation) => Number(!isPending(invitation, now))
  return [...company.invitations.values()]
    .filter((invitation) => matches(company, invitation, listing, now))
    .sort((a, b) => rank(a) - rank(b) || direction * (compare(key(a), key(b)) || compareBytes(a.id, b.id)))
}

/** A page of the company's invitations. */
export function listInvitations(
  company: MemoryCompany,
  listing: InvitationListing & { offset: number; limit: number },
  now: Date,
): InvitationPage {
  const all = listedInvitations(company, listing, now)
  const { offset, limit } = listing
  return {
    invitations: all.slice(offset, offset + limit).map((one) => invitationRecord(company, one)),
    total: all.length,
    pending: all.filter((invitation) => isPending(invitation, now)).length,
    revision: company.invitationsRevision,
    now,
  }
}

/** The users who sent the listed invitations, by name, unnamed ones last. */
export function invitersOf(company: MemoryCompany, now: Date): InvitationRecord['invitedBy'][] {
  const listed = [...company.invitations.values()].filter((one) => isListed(one, now))
  const byId = new Map(listed.map((one) => [one.invitedBy, invitationRecord(company, one).invitedBy]))
  return [...byId.values()].sort(
    (a, b) =>
      Number(a.name === '') - Number(b.name === '') ||
      compareBytes(a.name, b.name) ||
      compareBytes(a.id, b.id),
  )
}

const isListed = ({ end, expiresAt }: MemoryInvitation, now: Date) =>
  !end && expiresAt.getTime() > now.getTime() - invitationTimes.listed

function matches(
  company: MemoryCompany,
  invitation: MemoryInvitation,
  { terms, roleIds, teamIds, statuses, deliveries, invitedBy }: InvitationListing,
  now: Date,
): boolean {
  const { roleId, delivery, searchText } = invitation
  if (!isListed(invitation, now)) return false
  const status = isPending(invitation, now) ? 'pending' : 'expired'
  const teams = company.catalogue.teams.filter(({ id }) => teamIds.includes(id))
  return (
    terms.every((term) => searchText.includes(term)) &&
    (roleIds.length === 0 || roleIds.includes(roleId)) &&
    (teamIds.length === 0 || teams.some((team) => teamMembership(invitation, team))) &&
    (statuses.length === 0 || statuses.includes(status)) &&
    (deliveries.length === 0 || deliveries.includes(delivery.state)) &&
    (invitedBy.length === 0 || invitedBy.some((id) => isInviter(company, invitation, id)))
  )
}

/** Whether an id is the inviter's, or that of a selection of users that has the inviter. */
const isInviter = ({ selections }: MemoryCompany, invitation: MemoryInvitation, id: string) =>
  invitation.invitedBy === id ||
  (selections.get(id)?.rows.some(({ userId, skip }) => !skip && userId === invitation.invitedBy) ?? false)
