import type { Unreadable } from '../base/row-source.ts'
import type { GetToken } from './token-layer.ts'
import type { UnauthorizedReason } from './unauthorized-episodes.ts'

/** What `createHttpApi` takes. */
export interface HttpApiOptions {
  /**
   * The address of the backend, without `/v1`. In a browser it can be relative to the page; elsewhere it must be
   * absolute. An address with a user name, a query or a fragment throws.
   */
  baseUrl: string
  /** Id of the company that all calls are about. */
  company: string
  /**
   * Returns a bearer token for each request. It is called once more if a request is refused, and the request is then
   * repeated once.
   */
  getToken?: GetToken
  /** Sent with every request. */
  headers?: HeadersInit
  /**
   * Whether cookies are sent. Use `include` for a backend on another origin. Without `getToken`, a request that is
   * refused as `signed_out` is repeated once, since another tab may have signed in again. @default 'same-origin'
   */
  credentials?: RequestCredentials
  /** Sends each request. It must reject if there is no response. @default globalThis.fetch */
  fetch?: (input: Request, init?: RequestInit) => Response | Promise<Response>
  /** Called when a request is refused because no one is signed in. Called again only after a request has succeeded. */
  onUnauthorized?: (reason: UnauthorizedReason) => void
  /** Called once for each row that can't be parsed. */
  onUnreadable?: (row: Unreadable) => void
  /** How often an idempotent request is repeated after a temporary failure. @default 2 */
  retry?: number
  /** Milliseconds that one attempt may take. @default 10_000 */
  timeout?: number
  /** Milliseconds that a call may take, including repetitions and waits. @default 30_000 */
  totalTimeout?: number
}
