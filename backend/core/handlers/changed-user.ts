import type { User } from '@aicx/roster/contract'
import type { Place, Services } from '../http/call.ts'
import { Refused } from '../ports/refused.ts'
import { judge } from '../rules/judge.ts'
import { viewUsers } from './view-users.ts'

/**
 * The user after a change, read anew, so that no repeat answers what is kept of them; who changed themself sees by the
 * new rules.
 */
export async function changedUser(
  { id }: { id: string },
  { place, headers }: { place: Place; headers: Headers },
  { store, permissions }: Services,
): Promise<User> {
  const user = await store.user(place.company.id, id)
  if (!user) throw new Refused('not_found')
  const { catalogue } = place
  const isSelf = id === place.viewer.id
  const rules = isSelf ? judge({ viewer: user, catalogue, product: permissions }) : place.judge
  const [view] = await viewUsers([user], { ...place, judge: rules }, store)
  if (!view) throw new Refused('not_found')
  headers.set('ETag', `"${user.version}"`)
  return view
}
