import type { Handler } from '../http/call.ts'
import { Refused } from '../ports/refused.ts'
import { viewUsers } from './view-users.ts'

export const getUser: Handler<'getUser'> = async ({ user, place, headers }, { store }) => {
  const [view] = await viewUsers([user], place, store)
  if (!view) throw new Refused('not_found')
  headers.set('ETag', `"${user.version}"`)
  return view
}
