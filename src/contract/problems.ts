import * as v from 'valibot'
import type { Reason } from './actions.ts'
import type { Schema } from './schema.ts'
import { type User, userShape } from './users.ts'

/** Every error code that a server of this version returns, with its HTTP status. */
export const errorCodes = {
  malformed_request: 400,
  headers_too_large: 431,
  request_timeout: 408,
  method_not_allowed: 405,
  body_too_large: 413,
  signed_out: 401,
  wrong_credentials: 401,
  cross_origin: 403,
  company_required: 400,
  company_not_found: 404,
  session_idle: 401,
  session_expired: 401,
  session_revoked: 401,
  rate_limited: 429,
  missing_permission: 403,
  not_found: 404,
  selection_expired: 410,
  undo_expired: 410,
  unsupported_media_type: 415,
  malformed_json: 400,
  invalid_query: 400,
  invalid_body: 400,
  invalid_id: 400,
  invalid_cursor: 400,
  idempotency_key_required: 400,
  version_required: 428,
  version_mismatch: 412,
  idempotency_mismatch: 422,
  role_not_found: 422,
  team_not_found: 422,
  selection_empty: 422,
  selection_too_large: 422,
  timeout_not_allowed: 422,
  self: 409,
  last_admin: 409,
  role_exceeds_yours: 409,
  via_role: 409,
  selection_position: 409,
  selection_ended: 409,
  not_maker: 409,
  changed_since: 409,
  already_user: 409,
  erased: 409,
  hold_not_allowed: 409,
  invitation_not_found: 404,
  invitation_accepted: 409,
  invitation_expired: 410,
  invitation_superseded: 410,
  password_refused: 422,
  wrong_account: 409,
  invitation_deleted: 409,
  invalid_email: 422,
  duplicate_email: 422,
  already_invited: 409,
  domain_blocked: 409,
  domain_not_allowed: 409,
  seats_full: 409,
  cooldown: 429,
  internal: 500,
  unavailable: 503,
} as const satisfies Record<string, number>

/** A code that this version knows. */
export type KnownErrorCode = keyof typeof errorCodes

/** A stable code. Treat a code that you don't know, such as one of a newer server, as a general failure. */
export type ErrorCode = KnownErrorCode | (string & {})

/** One fault of a request. */
export interface ProblemField {
  /** JSON Pointer (RFC 6901) into the request: `/query/…`, `/path/…`, `/headers/…` or `/body/…`. */
  pointer: string
  /** What is wrong, for developers. */
  detail: string
}

/** Problem details for HTTP APIs (RFC 9457), which every refusal contains. */
export interface Problem {
  /** A URI that identifies the kind of problem. */
  type: string
  title: string
  status: number
  code: ErrorCode
  /** What is wrong, for developers. */
  detail?: string
  /** The request's id on the server, for a support case. */
  requestId?: string
  /** The rule behind a refusal, if there is one. */
  reason?: Reason
  /** Values for the placeholders in the message for `code` or `reason`. */
  params?: Record<string, string>
  fields?: ProblemField[]
  /** Seconds. */
  retryAfter?: number
  /**
   * Plain text for people, in the viewer's language. It is shown if neither this version nor the host has a message for
   * `code` or `reason`. `title` and `detail` are for developers.
   */
  message?: string
  /** The latest version of the user, if the request had an older one. */
  current?: User
}

/** A failure on the wire, as `application/problem+json`. */
export const problemShape = v.object({
  type: v.optional(v.string(), 'about:blank'),
  title: v.optional(v.string(), ''),
  status: v.number(),
  code: v.string(),
  detail: v.optional(v.string()),
  requestId: v.optional(v.string()),
  reason: v.optional(v.string()),
  params: v.optional(v.record(v.string(), v.string())),
  fields: v.optional(v.array(v.object({ pointer: v.string(), detail: v.string() }))),
  retryAfter: v.optional(v.number()),
  message: v.optional(v.string()),
  current: v.fallback(v.optional(userShape), undefined),
})

/** Schema of {@link Problem}. */
export const problemSchema: Schema<Problem> = problemShape
