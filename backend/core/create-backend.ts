import type { Permission } from '@aicx/roster/contract'
import type { Identity } from './identity.ts'
import type { Log } from './log.ts'
import type { SignIns } from './sign-ins.ts'
import type { Store } from './store.ts'

/** What a backend stands on. */
export interface BackendOptions {
  store: Store
  identity: Identity
  signIns?: SignIns
  /** What the product's roles may allow. @default the permissions of a customer-service product */
  permissions?: Permission[]
  /** @default no log */
  log?: Log
}

/** Answers the HTTP API under `/v1`. */
export interface Backend {
  fetch(request: Request): Promise<Response>
}

/** The API over a store and an identity, by Web APIs alone: for Node, service workers and tests. */
export function createBackend(_options: BackendOptions): Backend {
  throw new Error('not built')
}
