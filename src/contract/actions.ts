import * as v from 'valibot'
import type { Schema } from './schema.ts'

/** Reasons that this version knows a sentence for. */
export const knownReasons = [
  'self',
  'last_admin',
  'missing_permission',
  'role_exceeds_yours',
  'via_role',
  'managed_externally',
  'unsupported',
] as const

/** Why something is not allowed: one of {@link knownReasons}, or a word of a newer server, which reads as a plain denial. */
export type Reason = (typeof knownReasons)[number] | (string & {})

/** What the viewer may do, decided by the server; a denial carries its reason and what fills the reason's sentence. */
export type Action = { allowed: true } | { allowed: false; reason: Reason; params?: Record<string, string> }

/** The answer to anything that the server did not say: denied. */
export const denied: Action = { allowed: false, reason: 'unsupported' }

const decision = v.union([
  v.object({ allowed: v.literal(true) }),
  v.object({
    allowed: v.literal(false),
    reason: v.string(),
    params: v.optional(v.record(v.string(), v.string())),
  }),
])

/** Parses an action and fails closed: a missing or unknown answer is a denial. */
export const actionShape = v.optional(v.fallback(decision, { allowed: false, reason: 'unsupported' }), {
  allowed: false,
  reason: 'unsupported',
})

/** Schema of {@link Action}. */
export const actionSchema: Schema<Action> = actionShape
