import type { User } from '@aicx/roster/contract'
import type { Services } from '../http/call.ts'
import { Refused } from '../ports/refused.ts'
import { judge } from '../rules/judge.ts'
import type { Rule } from '../rules/rule.ts'
import { runWrite, type WriteCall } from './run-write.ts'
import { viewUsers } from './view-users.ts'

/**
 * Runs a write and returns the user after it. A repeated request also returns the latest state. Viewers who changed
 * themselves see the result by their new permissions.
 */
export async function changeUser(
  call: WriteCall & { userId: string },
  services: Services,
  rule: Rule<null>,
): Promise<User> {
  const { users, usersRevision } = await runWrite(call, services, { userIds: [call.userId], rule })
  const { place, headers } = call
  const { permissions } = services
  const user = users.get(call.userId)
  if (!user) throw new Refused('not_found')
  const { catalogue } = place
  const isSelf = user.id === place.viewer.id
  const rules = isSelf ? judge({ viewer: user, catalogue, product: permissions }) : place.judge
  const [view] = await viewUsers([user], { ...place, usersRevision, judge: rules }, services)
  if (!view) throw new Refused('not_found')
  headers.set('ETag', `"${user.version}"`)
  return view
}
