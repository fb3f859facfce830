import type { Handler } from '../http/call.ts'
import { Refused } from '../ports/refused.ts'
import { viewActivity } from './view-activity.ts'

const defaultLimit = 50

export const listUserActivity: Handler<'listUserActivity'> = async ({ userId, query, place }, { store }) => {
  const { isMember, entries } = await store.audit(place.company.id, userId, query.limit ?? defaultLimit)
  if (!isMember) throw new Refused('not_found')
  return viewActivity(entries, place.catalogue)
}
