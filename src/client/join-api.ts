import type { Joined, JoinPreview, JoinRequest } from '../contract/join.ts'
import type { RequestOptions } from './request-options.ts'

/**
 * The port of joining. It needs neither a company nor someone who is signed in. `createJoinApi` serves it over HTTP; a
 * host may write its own. Every method rejects with an `ApiError` alone.
 */
export interface JoinApi {
  /** What an invitation is for, and who is signed in. Changes nothing. */
  preview(token: string, options?: RequestOptions): Promise<JoinPreview>
  /** Joins the company. Joining again with the same account returns the same result. */
  join(request: JoinRequest, options?: RequestOptions): Promise<Joined>
}
