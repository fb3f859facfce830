import type { Handler } from '../http/call.ts'
import { Refused } from '../ports/refused.ts'

export const signOut: Handler<'signOut'> = async ({ request, identified, headers }, { signIns }) => {
  if (!signIns) throw new Refused('not_found')
  const added = new Headers(await signIns.signOut(request, identified))
  for (const [name, value] of added) headers.append(name, value)
}
