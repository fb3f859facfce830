import type { Permission, Schema } from '@aicx/roster/contract'
import type { OperationId, routes } from '../../../src/contract/routes.ts'
import type { InvitationTokens } from '../invitations/token.ts'
import type { ContentPort } from '../ports/content.ts'
import type { Digest } from '../ports/digest.ts'
import type { Identified, Identity } from '../ports/identity.ts'
import type { IdlePolicy } from '../ports/idle.ts'
import type { Log } from '../ports/log.ts'
import type { PresencePort } from '../ports/presence.ts'
import type { Catalogue, SessionRecord, UserRecord } from '../ports/records.ts'
import type { SignIns } from '../ports/sign-ins.ts'
import type { Store } from '../ports/store.ts'
import type { Judge } from '../rules/judge.ts'
import type { Pace } from '../selections/pace.ts'
import type { CompanyFeeds } from '../streams/company-feeds.ts'
import type { OpenStreams } from '../streams/open-streams.ts'

/** The services that handlers use. */
export interface Services {
  store: Store
  identity: Identity
  signIns?: SignIns
  permissions: readonly Permission[]
  log: Log
  digest: Digest
  streams: OpenStreams
  feeds: CompanyFeeds
  content: ContentPort
  presence: () => PresencePort | undefined
  pace: Pace
  /** The most users of a selection. */
  mostSelected: number
  /** Without them, joining is off. */
  tokens?: InvitationTokens
}

/** The company that a request entered, with the session and the viewer. */
export interface Place {
  company: Catalogue['company']
  catalogue: Catalogue
  session: SessionRecord
  idlePolicy: IdlePolicy
  /** The store's clock when the request was admitted. */
  now: Date
  viewer: UserRecord
  /** The revision of the company's users. */
  usersRevision: number
  /** The rules for the viewer. */
  judge: Judge
}

type Parsed<Shape> = Shape extends Schema<infer Output> ? Output : undefined
type Part<Operation extends OperationId, Name extends string> = (typeof routes)[Operation] extends {
  [name in Name]: infer Shape
}
  ? Parsed<Shape>
  : undefined
/** The value of a header that the route requires. */
type Flag<Operation extends OperationId, Name extends string> = (typeof routes)[Operation] extends {
  [name in Name]: true
}
  ? string
  : undefined
type IdUnder<
  Operation extends OperationId,
  Name extends string,
> = (typeof routes)[Operation]['path'] extends `/${Name}/{id}${string}` ? string : null
type Access<Operation extends OperationId> = (typeof routes)[Operation]['access']

/** A request that passed the gate: everything that its route requires is present and valid. */
export interface Call<Operation extends OperationId> {
  request: Request
  requestId: string
  /** Headers of the response. Handlers add to them. */
  headers: Headers
  identified: Access<Operation> extends 'public'
    ? null
    : Access<Operation> extends 'anyone'
      ? Identified | null
      : Identified
  place: Access<Operation> extends 'public' | 'anyone' | 'account' ? null : Place
  /** The id of the user in the path. */
  userId: IdUnder<Operation, 'users'>
  /** The id of the invitation in the path. */
  invitationId: IdUnder<Operation, 'invitations'>
  /** The id of the selection in the path. */
  selectionId: IdUnder<Operation, 'selections'>
  /** The id of the export in the path. */
  exportId: IdUnder<Operation, 'exports'>
  /** The id of the hold in the path. */
  holdId: IdUnder<Operation, 'session/holds'>
  query: Part<Operation, 'query'>
  body: Part<Operation, 'body'>
  /** The id of the change, from `Idempotency-Key`. */
  intent: Flag<Operation, 'intent'>
  /** The version that the client knows, from `If-Match`. */
  version: Flag<Operation, 'versioned'>
}

/** A call of any operation. */
export interface AnyCall {
  request: Request
  requestId: string
  headers: Headers
  identified: Identified | null
  place: Place | null
  userId: string | null
  invitationId: string | null
  selectionId: string | null
  exportId: string | null
  holdId: string | null
  query: unknown
  body: unknown
  intent: string | undefined
  version: string | undefined
}

/** A response other than JSON, for routes with a stream or a file. */
type Streamed<Operation extends OperationId> = (typeof routes)[Operation] extends
  | { stream: unknown }
  | { file: unknown }
  ? Response
  : never

/** Handles one operation and returns the body of its response. */
export type Handler<Operation extends OperationId> = (
  call: Call<Operation>,
  services: Services,
) => Promise<Part<Operation, 'answer'> | Streamed<Operation>>

/** A handler for each operation. */
export type Handlers = { [Operation in OperationId]: Handler<Operation> }
