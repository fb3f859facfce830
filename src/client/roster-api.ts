import type { Unreadable } from '../base/row-source.ts'
import type { ActivityList } from '../contract/activity.ts'
import type { EventList, RosterEvent } from '../contract/events.ts'
import type { ExportRequest } from '../contract/exports.ts'
import type {
  ClientEndReason,
  EndResult,
  Hold,
  HoldRequest,
  Idle,
  IdleLogoutPolicy,
  IdleLogoutSettings,
} from '../contract/idle-logout.ts'
import type { PermissionList } from '../contract/permissions.ts'
import type { RoleList } from '../contract/roles.ts'
import type { SelectionOutcome, SelectionRequest } from '../contract/selection-requests.ts'
import type { Chunk, FrozenSelection, SelectionList, SelectionRow } from '../contract/selections.ts'
import type { CompanyList, Session } from '../contract/session.ts'
import type { TeamList } from '../contract/teams.ts'
import type { DeletedUser, EndedSessions, TeamsChange } from '../contract/user-writes.ts'
import type { User } from '../contract/users.ts'
import type { UserId, UsersQuery, UsersRange } from '../contract/users-query.ts'
import type { Window } from '../contract/windows.ts'
import type { InvitationsApi } from './invitations-api.ts'
import type { RequestOptions, WriteOptions } from './request-options.ts'

/**
 * The port of Roster: one company of one backend. `createHttpApi` serves it over HTTP; a host may write its own.
 * Methods that a port omits hide their controls. Every method rejects with an `ApiError`, and with nothing else.
 */
export interface RosterApi {
  /** The company that all calls are about. */
  readonly company: string
  session: SessionApi
  users: UsersApi
  roles?: { list(options?: RequestOptions): Promise<RoleList> }
  teams?: { list(options?: RequestOptions): Promise<TeamList> }
  permissions?: { list(options?: RequestOptions): Promise<PermissionList> }
  events?: EventsApi
  selections?: SelectionsApi
  idleLogout?: IdleLogoutApi
  invitations?: InvitationsApi
}

/** The viewer's session. */
export interface SessionApi {
  /** The session of the signed-in viewer in this company, with what the server can do. */
  get(options?: RequestOptions): Promise<Session>
  /** Companies of the signed-in account. */
  companies?(options?: RequestOptions): Promise<CompanyList>
  idle?: SessionIdleApi
}

/** The idle logout of the viewer's own session. It needs no permission. */
export interface SessionIdleApi {
  /** The time that is left. The call doesn't count as activity. */
  get(options?: RequestOptions): Promise<Idle>
  /**
   * Reports that the person was active `ageMs` milliseconds ago, a duration and never a timestamp. It can't save a session
   * that is over already.
   */
  report(ageMs: number, options?: RequestOptions): Promise<Idle>
  /**
   * Ends this session alone. With `idle` it ends only if the server knows of no later activity. A session that is over
   * already counts as ended. `sessionKey` names the session, so that the call doesn't end another one that the person has
   * signed in to since.
   */
  end?(reason: ClientEndReason, options?: RequestOptions & { sessionKey?: string }): Promise<EndResult>
  /** Postpones the logout, such as during a call. Rejects with `hold_not_allowed` unless the company allows it. */
  hold?(request: HoldRequest, options?: RequestOptions): Promise<Hold>
  /** Ends a hold early. */
  release?(id: string, options?: RequestOptions): Promise<void>
  /**
   * Calls the listener with the policy's revision that came with any response, so that a change is noticed without an
   * extra request. Returns a function that removes the listener.
   */
  onPolicy?(listener: (policyRev: string) => void): () => void
  /**
   * Calls the listener before each request of the port is sent, so that a page that was asleep is covered first. Returns
   * a function that removes the listener. @default called before each method
   */
  onRequest?(listener: () => void): () => void
}

/** The company's policy for idle logout. */
export interface IdleLogoutApi {
  /** The company's policy, with its revision. */
  get(options?: RequestOptions): Promise<IdleLogoutPolicy>
  /** Replaces the settings. Rejects with `version_mismatch` if `version` isn't the `rev` of the latest policy. */
  save?(settings: IdleLogoutSettings, options: WriteOptions & { version: string }): Promise<IdleLogoutPolicy>
}

/** The company's users. */
export interface UsersApi {
  /** A window of the list, at most 200 rows. */
  list(query: UsersQuery & UsersRange, options?: RequestOptions): Promise<Window<User>>
  /** One user. Rejects with `not_found` if they don't exist or were deleted. */
  get?(id: string, options?: RequestOptions): Promise<User>
  /** A window of ids only, at most 5,000. */
  ids?(query: UsersQuery & UsersRange, options?: RequestOptions): Promise<Window<UserId>>
  /** Iterates over the whole list, window by window. */
  iterate?(query?: UsersQuery, options?: RequestOptions): AsyncIterable<User | Unreadable>
  /** Changes the role of a user. Rejects with `version_mismatch` and the `current` user if `version` is outdated. */
  changeRole?(id: string, roleId: string, options: WriteOptions & { version: string }): Promise<User>
  /** Adds a user to teams and takes them out of others. */
  changeTeams?(id: string, change: TeamsChange, options: WriteOptions): Promise<User>
  /** Ends all of a user's sessions in the company. For the viewer, all but this one. */
  endSessions?(id: string, options: WriteOptions): Promise<EndedSessions>
  /** Deletes a user from the company. What they wrote stays. */
  delete?(id: string, options: WriteOptions): Promise<DeletedUser>
  /** The whole list as a CSV file. */
  export?(request: ExportRequest, options?: RequestOptions): Promise<UsersExport>
  /** What was done to a user, newest first. */
  activity?(id: string, options?: RequestOptions & { limit?: number }): Promise<ActivityList>
}

/** The company's change log. */
export interface EventsApi {
  /** Changes after `since`. Without it, only the latest revision. */
  list(since?: number, options?: RequestOptions): Promise<EventList>
  /**
   * Changes after `since` as they arrive, until the signal fires or the server ends the stream. Any other end rejects.
   */
  stream?(since: number, options?: RequestOptions): AsyncIterable<RosterEvent>
}

/** A file that is being read from the server. */
export interface UsersExport {
  /** Users in the file. Left out if the backend doesn't know it beforehand. */
  total?: number
  /** The bytes of the file, in UTF-8. It errors unless the whole file arrives. */
  body: ReadableStream<Uint8Array>
}

/** Which rows of a selection. */
export interface SelectionRowsQuery {
  /** @default all rows */
  outcome?: SelectionOutcome
  /** @default 0 */
  offset?: number
  /** 1–200. @default 50 */
  limit?: number
}

/** Options of a step. */
export interface ChunkOptions extends RequestOptions {
  /** For the first step of a deletion of users: also deletes the pending invitations that they sent. @default false */
  deleteInvitations?: boolean | undefined
}

/** Changes to many rows. The server freezes them first, so that only users who were confirmed are changed. */
export interface SelectionsApi {
  /** Freezes rows for an action. Nothing happens to them yet. */
  create(request: SelectionRequest, options: WriteOptions): Promise<FrozenSelection>
  /** One selection. Rejects with `selection_expired` a day after it was made. */
  get(id: string, options?: RequestOptions): Promise<FrozenSelection>
  /** The company's selections of the last day, newest first. */
  list?(options?: RequestOptions): Promise<SelectionList>
  /** A window of the rows of a selection, at most 200. */
  rows?(id: string, query: SelectionRowsQuery, options?: RequestOptions): Promise<Window<SelectionRow>>
  /**
   * Does the next step. `from` is the `position` that the client knows. If the selection is past it, the call returns
   * what that step did. If the selection isn't there yet, the call rejects with `selection_position`. If a port omits
   * this method, its selections proceed on their own, and are polled.
   */
  chunk?(id: string, from: number, options?: ChunkOptions): Promise<Chunk>
  /** Ends a selection where it is. */
  stop?(id: string, options: WriteOptions): Promise<FrozenSelection>
}
