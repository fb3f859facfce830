import type { Handler } from '../http/call.ts'
import { Refused } from '../ports/refused.ts'
import { viewUsers } from './view-users.ts'

export const getUser: Handler<'getUser'> = async ({ userId, place, headers }, { store }) => {
  const user = await store.user(place.company.id, userId)
  if (!user) throw new Refused('not_found')
  const [view] = await viewUsers([user], place, store)
  if (!view) throw new Refused('not_found')
  headers.set('ETag', `"${user.version}"`)
  return view
}
