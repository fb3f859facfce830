/** What a list of invitations can be sorted by. Rows with the same value are sorted by id. */
export const invitationSortKeys = ['sent', 'email', 'expires'] as const

/** A sort key of invitations. */
export type InvitationSortKey = (typeof invitationSortKeys)[number]

/** A key, descending with a leading minus. Pending invitations come before expired ones in every order. */
export type InvitationsSort = InvitationSortKey | `-${InvitationSortKey}`

/** Every order of invitations. The first is the default. */
export const invitationsSorts: InvitationsSort[] = ['-sent', 'sent', 'email', '-email', 'expires', '-expires']

/** The statuses of listed invitations. Accepted and deleted ones aren't listed. */
export const listedStatuses = ['pending', 'expired'] as const

/** A status of a listed invitation. */
export type ListedStatus = (typeof listedStatuses)[number]

/** Which invitations, in which order. */
export interface InvitationsQuery {
  /**
   * Terms separated by white space. Each must occur in the address. Case and accents don't matter. Up to 200
   * characters.
   */
  search?: string
  /** @default '-sent' */
  sort?: InvitationsSort
  /** Any of these roles. */
  roleIds?: readonly string[]
  /** Any of these teams, including those via the role. */
  teamIds?: readonly string[]
  /** Any of these statuses. */
  statuses?: readonly ListedStatus[]
  /** Any of these delivery states, such as `failed`. */
  deliveries?: readonly string[]
  /** Invited by any of these users. The id of a selection of users means every user in it. */
  invitedBy?: readonly string[]
}

/** Filters of a list of invitations. Filters that you leave out keep their value. */
export type InvitationsFilters = Omit<InvitationsQuery, 'search' | 'sort'>

/** Which range of the list. */
export interface InvitationsRange {
  /** @default 0 */
  offset?: number
  /** 1–200. @default 50 */
  limit?: number
}

/** Returns the parameters of a request. Empty ones are left out. */
export function toInvitationsParameters(query: InvitationsQuery & InvitationsRange): URLSearchParams {
  const { search, sort, offset, limit } = query
  const parameters = new URLSearchParams()
  const scalars = { search: search?.trim() || undefined, sort, offset, limit }
  const lists = {
    role: query.roleIds,
    team: query.teamIds,
    status: query.statuses,
    delivery: query.deliveries,
    invitedBy: query.invitedBy,
  }
  for (const [name, value] of Object.entries(scalars))
    if (value !== undefined) parameters.set(name, String(value))
  for (const [name, values = []] of Object.entries(lists))
    for (const value of values) parameters.append(name, value)
  return parameters
}
