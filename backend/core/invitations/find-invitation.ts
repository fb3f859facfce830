import type { Permission } from '@aicx/roster/contract'
import type { InvitationRecord } from '../ports/invitations.ts'
import type { Facts, Refusal } from '../ports/write.ts'
import { judgeActor } from '../rules/judge-actor.ts'
import { endedRefusal } from './invitation-actions.ts'

/** Finds an invitation that has not ended, for an actor who may still manage users. */
export function findInvitation(
  facts: Facts,
  id: string,
  product: readonly Permission[],
): InvitationRecord | { refused: Refusal } {
  const judged = judgeActor(facts, product)
  if ('refused' in judged) return judged
  const invitation = facts.invitations.byId.get(id)
  if (!invitation) return { refused: { code: 'not_found' } }
  const ended = endedRefusal(invitation)
  return ended ? { refused: ended } : invitation
}
