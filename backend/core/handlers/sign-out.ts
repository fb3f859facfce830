import type { Handler } from '../http/call.ts'
import { Refused } from '../ports/refused.ts'

export const signOut: Handler<'signOut'> = async (call, { signIns }) => {
  const { request, requestId, identified, headers } = call
  if (!signIns) throw new Refused('not_found')
  const added = new Headers(await signIns.signOut(request, identified, requestId))
  for (const [name, value] of added) headers.append(name, value)
}
