import type { Handler } from '../http/call.ts'
import { Refused } from '../ports/refused.ts'
import { viewUsers } from './view-users.ts'

export const getUser: Handler<'getUser'> = async ({ userId, place, headers }, services) => {
  const user = await services.store.user(place.company.id, userId)
  if (!user) throw new Refused('not_found')
  const [view] = await viewUsers([user], place, services)
  if (!view) throw new Refused('not_found')
  headers.set('ETag', `"${user.version}"`)
  return view
}
