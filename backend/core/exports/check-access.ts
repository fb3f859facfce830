import type { Call, Services } from '../http/call.ts'
import { judge } from '../rules/judge.ts'
import { sessionVerdict } from '../rules/session-verdict.ts'

/** Whether the session of a long response is still open, and its viewer may still read users. */
export async function checkAccess(
  { identified, place }: Pick<Call<'exportUsers'>, 'identified' | 'place'>,
  { store, permissions }: Pick<Services, 'store' | 'permissions'>,
): Promise<'allowed' | 'denied' | 'ended'> {
  const { id } = place.company
  const admission = await store.admit(id, identified.signIn)
  if (!admission?.user || admission.session.id !== place.session.id) return 'ended'
  if (sessionVerdict(admission, identified.signIn)) return 'ended'
  const { user, catalogue } = admission
  const action = judge({ viewer: user, catalogue, product: permissions }).permitted('manage_users')
  return action.allowed ? 'allowed' : 'denied'
}
