import { type InvitationsQuery, invitationsSorts } from './invitations-query.ts'

const longestSearch = 200

/** Returns a query without the parts that have no effect. Queries with the same result become equal. */
export function canonicalInvitationsQuery(query: InvitationsQuery): InvitationsQuery {
  const { search, sort, roleIds, teamIds, statuses, deliveries, invitedBy } = query
  const words = search?.trim().slice(0, longestSearch)
  return {
    ...(words && { search: words }),
    ...(sort && sort !== invitationsSorts[0] && { sort }),
    ...(roleIds?.length && { roleIds: inOrder(roleIds) }),
    ...(teamIds?.length && { teamIds: inOrder(teamIds) }),
    ...(statuses?.length && { statuses: inOrder(statuses) }),
    ...(deliveries?.length && { deliveries: inOrder(deliveries) }),
    ...(invitedBy?.length && { invitedBy: inOrder(invitedBy) }),
  }
}

const inOrder = <Id extends string>(ids: readonly Id[]): Id[] => [...new Set(ids)].sort()
