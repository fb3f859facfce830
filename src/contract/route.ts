import * as v from 'valibot'
import type { KnownErrorCode } from './problems.ts'

/**
 * Who may call: the public, anyone (who is identified if they are signed in), a signed-in account, a user of the named
 * company, or one who has a permission there. The backend checks it before it calls the handler, so that a route can't
 * forget to.
 */
export type Access = 'public' | 'anyone' | 'account' | 'user' | { permission: string }

/** An operation of the HTTP API. */
export interface Route {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Under `/v1`; parameters in braces, as OpenAPI writes them. */
  path: string
  summary: string
  access: Access
  query?: v.GenericSchema
  body?: v.GenericSchema
  /** A member of the body whose texts can be anything, since only those that turn out valid are stored. */
  anyText?: string
  /** The schema of the response's body. Without one the status is 204. */
  answer?: v.GenericSchema
  /** Whether the status is 201 instead of 200. */
  created?: boolean
  /** The most bytes of a body. @default 65_536 */
  longestBody?: number
  /** The media type of a response that is a file. */
  file?: string
  /** Whether the request sends its intent in `Idempotency-Key`, so that a repeat changes nothing more. */
  intent?: boolean
  /** Whether the request sends the version that it knows in `If-Match`. */
  versioned?: boolean
  /** The codes with which rules can refuse the change. */
  rules?: readonly KnownErrorCode[]
  /** Codes that are returned with status 410 here, even if they have another status elsewhere. */
  gone?: readonly KnownErrorCode[]
  /** The schema of each event if the request accepts `text/event-stream`. */
  stream?: v.GenericSchema
}

/** The access of most routes. */
export const manageUsers: Access = { permission: 'manage_users' }

/** The query of a route that takes none. */
export const noQuery = v.strictObject({})
