import type { Handler } from '../http/call.ts'
import { Refused } from '../ports/refused.ts'
import { viewActivity } from './view-activity.ts'

const defaultLimit = 50

export const listInvitationActivity: Handler<'listInvitationActivity'> = async (call, { store }) => {
  const { invitationId, query, place } = call
  const entries = await store.invitations.audit(place.company.id, invitationId, query.limit ?? defaultLimit)
  if (!entries) throw new Refused('not_found')
  return viewActivity(entries, place.catalogue)
}
