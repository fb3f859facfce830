import type { ApiError } from '../../client/api-error.ts'

/** How an action ended. Actions never reject. */
export type Outcome<Value> = { ok: true; value: Value } | { ok: false; error: ApiError }
