import type { Decision, Facts, Intent, Refusal } from '../ports/write.ts'

/** What a store keeps of an earlier write with the same intent. */
export interface EarlierWrite {
  fingerprint: string
  answer: unknown
  revision: number
}

type Settled<Answer> =
  | { refused: Refusal }
  | { repeated: { answer: Answer; revision: number } }
  | { decision: Exclude<Decision<Answer>, { refused: unknown }> }

/** Refusals of actors who may not write at all. For them the response doesn't reveal which intents exist. */
const hiding = new Set<Refusal['code']>(['missing_permission', 'session_revoked'])

/** Compares a write with an earlier write of the same intent: a repeat, a different request, or none. */
export function settleRepeat<Answer>(
  earlier: EarlierWrite | null | undefined,
  { fingerprint }: Intent,
  facts: Facts,
  decide: (facts: Facts) => Decision<Answer>,
): Settled<Answer> {
  // The fingerprint is equal, so it is the same request and its response has this type.
  if (earlier?.fingerprint === fingerprint)
    return { repeated: { answer: earlier.answer as Answer, revision: earlier.revision } }
  const decision = decide(facts)
  const isRefused = 'refused' in decision
  if (earlier && !(isRefused && hiding.has(decision.refused.code)))
    return { refused: { code: 'idempotency_mismatch' } }
  return isRefused ? { refused: decision.refused } : { decision }
}
