import { useMemo, useSyncExternalStore } from 'react'
import type { SaveState } from '../base/save-state.ts'
import type { ApiError } from '../client/api-error.ts'
import type { RoleConflict, RoleRef } from '../contract/roles.ts'
import type { UserAct } from '../contract/user-acts.ts'
import type { DeletedUser, EndedSessions, TeamsChange } from '../contract/user-writes.ts'
import type { TeamRef, User } from '../contract/users.ts'
import type { Outcome } from '../state/core/outcome.ts'
import type { RosterState } from '../state/roster/roster-state.ts'
import type { UserField } from '../state/user-acts/user-acts.ts'
import { useRosterState } from './RosterContext.ts'
import { roleActions } from './role-actions.ts'
import { settledBy, useOpenRow } from './useOpenRow.ts'
import { useViewer } from './useViewer.ts'

/** The state of the latest change of one kind. */
export interface UserChangeState extends SaveState<ApiError> {
  /** Repeats the change that failed. */
  retry(): Promise<void>
  /** Clears the failure. */
  dismiss(): void
}

/** Changes a role, and settles a conflict. */
export interface RoleChange<Row> extends UserChangeState {
  change(roleId: string): Promise<Outcome<Row>>
  /** Set when someone else changed the role in the meantime; `null` otherwise. */
  conflict: RoleConflict | null
  /** Settles a conflict with the role that the other person chose. */
  keepTheirs(): void
  /** Settles a conflict with your role. Resolves to `undefined` if there is no conflict. */
  applyYours(): Promise<Outcome<Row> | undefined>
}

/** Changes the role of a user. */
export interface UserRoleChange extends RoleChange<User> {}

/** Changes the teams of a user. */
export interface UserTeamsChange extends UserChangeState {
  /** Adds the user to teams and removes them from others. */
  change(teams: Readonly<TeamsChange>): Promise<Outcome<User>>
}

/** Ends the sessions of a user in the company. */
export interface UserSessionsEnd extends UserChangeState {
  /** Ends all of the user's sessions; for yourself, all but this one. */
  end(): Promise<Outcome<EndedSessions>>
}

/** Deletes a user from the company. */
export interface UserDelete extends UserChangeState {
  /** Deletes the user immediately, without a confirmation. A user who is already gone counts as deleted. */
  delete(): Promise<Outcome<DeletedUser>>
}

/**
 * The result of {@link useUser}. Its actions are stable and never reject. A group of actions is `undefined` if the port
 * or the backend doesn't support it.
 */
export interface UseUserResult {
  /** `error` only while there is nothing to show. A user who is in a loaded list is `ready` at once. */
  status: 'loading' | 'ready' | 'error'
  user: User | null
  /** Why the user couldn't be loaded; its code is `not_found` if they were deleted. */
  error: ApiError | null
  isFetching: boolean
  /** Loads the user again. Resolves when that is done and never rejects. */
  refetch(): Promise<void>
  role: RoleRef | null
  /** `undefined` while the user isn't loaded. */
  teams: readonly TeamRef[] | undefined
  roleChange: UserRoleChange | undefined
  teamsChange: UserTeamsChange | undefined
  sessionsEnd: UserSessionsEnd | undefined
  userDelete: UserDelete | undefined
}

/** Loads one user of the company and offers the changes that the backend supports. */
export function useUser(id: string): UseUserResult {
  const state = useRosterState('useUser')
  const { writes, api } = state
  const { capabilities } = useViewer()
  const actions = useMemo(() => actionsOf(state, id), [state, id])
  const getConflict = () => writes.getConflict(id)
  const { row: user, states, ...open } = useOpenRow(state, { store: state.users, writes, id })
  const conflict = useSyncExternalStore(writes.subscribe, getConflict, getConflict)
  const offers = (act: UserAct) => api.users[act] !== undefined && capabilities[act]
  const offersDelete = api.users.delete !== undefined && capabilities.deleteUsers
  return {
    ...open,
    user,
    role: user?.role ?? null,
    teams: user?.teams,
    roleChange: offers('changeRole') ? { ...states.role, ...actions.role, conflict } : undefined,
    teamsChange: offers('changeTeams') ? { ...states.teams, ...actions.teams } : undefined,
    sessionsEnd: offers('endSessions') ? { ...states.sessions, ...actions.sessions } : undefined,
    userDelete: offersDelete ? { ...states.deletion, ...actions.deletion } : undefined,
  }
}

function actionsOf({ writes }: RosterState, id: string) {
  const settle = settledBy<UserField>(writes, id)
  return {
    role: roleActions(writes, id),
    teams: { ...settle('teams'), change: (teams: Readonly<TeamsChange>) => writes.changeTeams(id, teams) },
    sessions: { ...settle('sessions'), end: () => writes.endSessions(id) },
    deletion: { ...settle('deletion'), delete: () => writes.deleteUser(id) },
  }
}
