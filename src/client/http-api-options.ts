import type { Unreadable } from '../base/row-source.ts'
import type { GetToken } from './token-layer.ts'
import type { UnauthorizedReason } from './unauthorized-episodes.ts'

/** What `createHttpApi` takes. */
export interface HttpApiOptions {
  /** Where the backend's root lies, `/v1` not included; relative to the page in a browser, absolute elsewhere. */
  baseUrl: string
  /** Id of the company that all calls are about. */
  company: string
  /** A bearer token for each request. Asked once more when a request is refused, which is then repeated once. */
  getToken?: GetToken
  /** Sent with every request. */
  headers?: HeadersInit
  /**
   * Whether cookies go along; `include` for a backend of another origin. Without `getToken`, a request that is refused
   * as `signed_out` is repeated once, since another tab may have signed in again. @default 'same-origin'
   */
  credentials?: RequestCredentials
  /** Sends each request; rejects where none of it came through. @default globalThis.fetch */
  fetch?: (input: Request, init?: RequestInit) => Response | Promise<Response>
  /** Called when a request is refused because no one is signed in. Called again only after a request has succeeded. */
  onUnauthorized?: (reason: UnauthorizedReason) => void
  /** Called once for each row that does not parse. */
  onUnreadable?: (row: Unreadable) => void
  /** How often an idempotent request is repeated after a passing failure. @default 2 */
  retry?: number
  /** Milliseconds that one attempt may take. @default 10_000 */
  timeout?: number
  /** Milliseconds that a call may take, repetitions and waits included. @default 30_000 */
  totalTimeout?: number
}
