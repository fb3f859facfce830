import type { Permission } from '@aicx/roster/contract'
import type { Facts, Refusal } from '../ports/write.ts'
import { type Judge, judge } from './judge.ts'
import { refusalOf } from './refusal-of.ts'

/** The rules for the actor, who may have been deleted or demoted since the request was admitted. */
export function judgeActor(
  { actor, catalogue }: Pick<Facts, 'actor' | 'catalogue'>,
  product: readonly Permission[],
): { rules: Judge } | { refused: Refusal } {
  if (!actor) return { refused: { code: 'session_revoked' } }
  const rules = judge({ viewer: actor, catalogue, product })
  const denied = refusalOf(rules.permitted('manage_users'))
  return denied ? { refused: denied } : { rules }
}
