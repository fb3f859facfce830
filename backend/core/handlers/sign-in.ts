import type { Handler } from '../http/call.ts'
import { Refused } from '../ports/refused.ts'

export const signIn: Handler<'signIn'> = async ({ request, requestId, body, headers }, { signIns }) => {
  if (!signIns) throw new Refused('not_found')
  const added = new Headers(await signIns.signIn(request, body, requestId))
  for (const [name, value] of added) headers.append(name, value)
}
