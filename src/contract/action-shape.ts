import * as v from 'valibot'
import type { Action } from './actions.ts'
import { leftOut } from './left-out.ts'
import type { Schema } from './schema.ts'

const denial = v.object({
  allowed: v.literal(false),
  reason: v.optional(v.fallback(v.string(), 'unsupported'), 'unsupported'),
  params: leftOut(v.record(v.string(), v.string())),
  message: leftOut(v.string()),
})

/** An action on the wire. A missing or invalid one is denied. */
export const actionShape = v.optional(
  v.fallback(v.union([v.object({ allowed: v.literal(true) }), denial]), {
    allowed: false,
    reason: 'unsupported',
  }),
  { allowed: false, reason: 'unsupported' },
)

/** Schema of {@link Action}. */
export const actionSchema: Schema<Action> = actionShape
