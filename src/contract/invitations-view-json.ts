import { canonicalInvitationsQuery } from './canonical-invitations-query.ts'
import {
  type InvitationsQuery,
  type InvitationsSort,
  invitationsSorts,
  type ListedStatus,
  listedStatuses,
} from './invitations-query.ts'
import { isText, type ListLookJSON, membersOf, parseLook, toTexts } from './view-json-parts.ts'

/** What a person sees of a list of invitations, as plain JSON for an address or a store. */
export interface InvitationsViewJSON extends InvitationsQuery, ListLookJSON {
  /** The invitation whose panel is open. */
  openInvitationId?: string
}

/** Reads what `view.toJSON()` returned, from an address or a store. Invalid parts are left out. */
export function parseInvitationsViewJSON(json: unknown): InvitationsViewJSON {
  const { search, sort, openInvitationId, ...rest } = membersOf(json)
  const query = canonicalInvitationsQuery({
    search: isText(search) ? search : undefined,
    sort: isSort(sort) ? sort : undefined,
    roleIds: toTexts(rest.roleIds),
    teamIds: toTexts(rest.teamIds),
    statuses: toTexts(rest.statuses).filter(isStatus),
    deliveries: toTexts(rest.deliveries),
    invitedBy: toTexts(rest.invitedBy),
  })
  return { ...query, ...(isText(openInvitationId) && { openInvitationId }), ...parseLook(rest) }
}

const isSort = (value: unknown): value is InvitationsSort => invitationsSorts.some((sort) => sort === value)

const isStatus = (text: string): text is ListedStatus => listedStatuses.some((status) => status === text)
