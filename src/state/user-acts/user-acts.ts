import type { DeletedUser, EndedSessions, TeamsChange } from '../../contract/user-writes.ts'
import type { User } from '../../contract/users.ts'
import type { Outcome } from '../core/outcome.ts'
import type { InvitationHooks } from '../invitation-acts/invitation-hooks.ts'
import type { PlaceWrite } from '../row-writes/row-act.ts'
import { changeRole, type RoleChangeHooks } from './change-role.ts'
import { changeTeams, type TeamsChangeHooks } from './change-teams.ts'
import { type DeleteUserHooks, deleteUser } from './delete-user.ts'
import { type EndSessionsHooks, endSessions } from './end-sessions.ts'
import type { SelectionHooks } from './selection-hooks.ts'

/**
 * A host's hooks around every change, wherever it starts. `onBefore…` may be asynchronous. It stops the change with
 * `{ cancel: true, reason }`, and an error that it throws fails the change; on a retry it is called again. Later
 * changes of that user wait until it has returned. `onAfter…` is called with the outcome.
 */
export interface RosterHooks
  extends RoleChangeHooks,
    TeamsChangeHooks,
    EndSessionsHooks,
    DeleteUserHooks,
    SelectionHooks,
    InvitationHooks {}

/** The fields of a user that can be written. */
export const userFields = ['role', 'teams', 'sessions', 'deletion'] as const

/** A field of a user that can be written. */
export type UserField = (typeof userFields)[number]

/** Every write to a user. They resolve with the outcome and don't reject. */
export interface UserActs {
  changeRole(id: string, roleId: string): Promise<Outcome<User>>
  changeTeams(id: string, teams: Readonly<TeamsChange>): Promise<Outcome<User>>
  endSessions(id: string): Promise<Outcome<EndedSessions>>
  deleteUser(id: string): Promise<Outcome<DeletedUser>>
}

/** The table of all writes: a new one is a file in `acts` and its lines here. */
export const createUserActs = (place: PlaceWrite<User, RosterHooks>): UserActs => ({
  changeRole: (id, roleId) => place(changeRole, id, roleId),
  changeTeams: (id, teams) => place(changeTeams, id, teams),
  endSessions: (id) => place(endSessions, id, undefined),
  deleteUser: (id) => place(deleteUser, id, undefined),
})
