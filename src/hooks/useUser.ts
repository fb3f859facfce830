import { useMemo, useSyncExternalStore } from 'react'
import type { SaveState } from '../base/save-state.ts'
import type { ApiError } from '../client/api-error.ts'
import type { RoleConflict } from '../contract/roles.ts'
import type { EndedSessions, TeamsChange } from '../contract/user-writes.ts'
import type { User } from '../contract/users.ts'
import type { RosterState } from '../state/roster/roster-state.ts'
import type { Outcome } from '../state/user-writes/outcome.ts'
import type { UserField } from '../state/user-writes/user-acts.ts'
import { createOpenUser } from '../state/users/open-user.ts'
import { useRosterState } from './RosterContext.ts'

/** Something of a user that can be changed, and how its last change stands. */
export interface EditableField extends SaveState<ApiError> {
  /** False where the port cannot do it: the control is to be hidden. What the backend can do is in `useViewer`'s capabilities. */
  isSupported: boolean
  /** Tries again what failed. */
  retry(): Promise<void>
  /** Forgets what failed. */
  dismiss(): void
}

/** The role of a user. */
export interface RoleField extends EditableField {
  /** Gives another role. */
  change(roleId: string): Promise<Outcome<User>>
  /** Another role that somebody gave meanwhile. */
  conflict: RoleConflict | null
  /** Leaves the role that the other gave. */
  keepTheirs(): void
  /** Gives yours over theirs. */
  applyYours(): Promise<Outcome<User> | undefined>
}

/** The teams of a user. */
export interface TeamsField extends EditableField {
  /** Adds to teams and takes out of others. */
  change(teams: Readonly<TeamsChange>): Promise<Outcome<User>>
}

/** The sessions of a user in the company. */
export interface SessionsField extends EditableField {
  /** Ends them all; of one's own the others. */
  end(): Promise<Outcome<EndedSessions>>
}

/** What {@link useUser} answers. Its actions are stable, and never reject. */
export interface UseUserResult {
  /** `error` only while there is nothing to show; a row of a list shows at once. */
  status: 'loading' | 'ready' | 'error'
  user: User | null
  /** Why they could not be read; `not_found` of who was deleted meanwhile. */
  error: ApiError | null
  isFetching: boolean
  /** Reads again; resolves when that is done, and never rejects. */
  refetch(): Promise<void>
  role: RoleField
  teams: TeamsField
  sessions: SessionsField
}

/** One user of the company, and what may be changed of them. */
export function useUser(id: string): UseUserResult {
  const state = useRosterState('useUser')
  const { writes, api } = state
  const open = useMemo(() => createOpenUser(state, id), [state, id])
  const actions = useMemo(() => actionsOf(state, id), [state, id])
  const getStates = () => writes.getStates(id)
  const getConflict = () => writes.getConflict(id)

  const snapshot = useSyncExternalStore(open.subscribe, open.getSnapshot, open.getServerSnapshot)
  const { role, teams, sessions } = useSyncExternalStore(writes.subscribe, getStates, getStates)
  const conflict = useSyncExternalStore(writes.subscribe, getConflict, getConflict)
  const { changeRole, changeTeams, endSessions } = api.users
  return {
    ...snapshot,
    refetch: open.refetch,
    role: { ...role, ...actions.role, conflict, isSupported: changeRole !== undefined },
    teams: { ...teams, ...actions.teams, isSupported: changeTeams !== undefined },
    sessions: { ...sessions, ...actions.sessions, isSupported: endSessions !== undefined },
  }
}

function actionsOf({ writes }: RosterState, id: string) {
  const field = (name: UserField) => ({
    retry: () => writes.retry(id, name),
    dismiss: () => writes.dismiss(id, name),
  })
  return {
    role: {
      ...field('role'),
      change: (roleId: string) => writes.changeRole(id, roleId),
      keepTheirs: () => writes.dismiss(id, 'role'),
      async applyYours() {
        const conflict = writes.getConflict(id)
        return conflict ? writes.changeRole(id, conflict.yours.id) : undefined
      },
    },
    teams: { ...field('teams'), change: (teams: Readonly<TeamsChange>) => writes.changeTeams(id, teams) },
    sessions: { ...field('sessions'), end: () => writes.endSessions(id) },
  }
}
