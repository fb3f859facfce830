import type { Invitation } from '@aicx/roster/contract'
import type { Place, Services } from '../http/call.ts'
import { Refused } from '../ports/refused.ts'
import { viewInvitations } from './view-invitations.ts'

/** An invitation as the viewer sees it now, even if it has ended. */
export async function readInvitation(
  place: Place,
  id: string,
  { store }: Pick<Services, 'store'>,
): Promise<Invitation> {
  const [found, now] = await Promise.all([store.invitations.find(place.company.id, [id]), store.now()])
  const [view] = viewInvitations([...found.values()], place, now)
  if (!view) throw new Refused('not_found')
  return view
}
