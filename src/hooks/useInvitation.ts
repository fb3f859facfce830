import { useMemo, useSyncExternalStore } from 'react'
import type { ApiError } from '../client/api-error.ts'
import type { Invitation } from '../contract/invitations.ts'
import type { TeamsChange } from '../contract/user-writes.ts'
import type { Outcome } from '../state/core/outcome.ts'
import type { InvitationField } from '../state/invitations/invitation-writes.ts'
import { type InvitationsState, invitationsOf } from '../state/invitations/invitations-state.ts'
import { useRosterState } from './RosterContext.ts'
import { roleActions } from './role-actions.ts'
import { settledBy, useOpenRow } from './useOpenRow.ts'
import type { RoleChange, UserChangeState } from './useUser.ts'

/** Changes the role that an invited person will have. */
export interface InvitationRoleChange extends RoleChange<Invitation> {}

/** Changes the teams that an invited person will be in. */
export interface InvitationTeamsChange extends UserChangeState {
  /** Adds teams and removes others. */
  change(teams: Readonly<TeamsChange>): Promise<Outcome<Invitation>>
}

/** Sends an invitation again. */
export interface InvitationSending extends UserChangeState {
  /** Sends it again. The link of the earlier email stops working. */
  resend(): Promise<Outcome<Invitation>>
}

/** Deletes an invitation. */
export interface InvitationDelete extends UserChangeState {
  /** Deletes it immediately, without a confirmation. */
  delete(): Promise<Outcome<Invitation>>
}

/**
 * The result of {@link useInvitation}. Its actions are stable and never reject. A group of actions is `undefined` if
 * the port doesn't have it.
 */
export interface UseInvitationResult {
  /** `error` only while there is nothing to show. An invitation of a loaded list is `ready` at once. */
  status: 'loading' | 'ready' | 'error'
  invitation: Invitation | null
  error: ApiError | null
  isFetching: boolean
  /** Loads the invitation again. Resolves when that is done and never rejects. */
  refetch(): Promise<void>
  roleChange: InvitationRoleChange | undefined
  teamsChange: InvitationTeamsChange | undefined
  sending: InvitationSending | undefined
  invitationDelete: InvitationDelete | undefined
}

/** Loads one invitation and offers the changes that the backend supports. */
export function useInvitation(id: string): UseInvitationResult {
  const state = useRosterState('useInvitation')
  const port = state.api.invitations
  const store = invitationsOf(state)
  const { writes } = store
  const actions = useMemo(() => actionsOf(writes, id), [writes, id])
  const { row, states, ...open } = useOpenRow(state, { store, writes, id })
  const getConflict = () => writes.getConflict(id)
  const conflict = useSyncExternalStore(writes.subscribe, getConflict, getConflict)
  return {
    ...open,
    invitation: row,
    roleChange: port?.change && { ...states.role, ...actions.role, conflict },
    teamsChange: port?.change && { ...states.teams, ...actions.teams },
    sending: port?.resend && { ...states.sending, ...actions.sending },
    invitationDelete: port?.delete && { ...states.deletion, ...actions.deletion },
  }
}

function actionsOf(writes: InvitationsState['writes'], id: string) {
  const settle = settledBy<InvitationField>(writes, id)
  return {
    role: roleActions(writes, id),
    teams: { ...settle('teams'), change: (teams: Readonly<TeamsChange>) => writes.changeTeams(id, teams) },
    sending: { ...settle('sending'), resend: () => writes.resend(id) },
    deletion: { ...settle('deletion'), delete: () => writes.deleteInvitation(id) },
  }
}
