import { isUnreadable } from '../../base/row-source.ts'
import { ExplainedError } from '../../client/explained-error.ts'
import { portMethod } from '../../client/port-method.ts'
import type { InvitationsQuery } from '../../contract/invitations-query.ts'
import { createDepartures } from '../departures/departures.ts'
import type { InvitationHooks } from '../invitation-acts/invitation-hooks.ts'
import { type ReceivedInvitation, received } from '../invitation-acts/received-invitation.ts'
import { createKnownRows, type KnownRows } from '../known-rows/known-rows.ts'
import type { RowNames } from '../known-rows/row-names.ts'
import type { RowStore } from '../lists/row-store.ts'
import type { RosterState } from '../roster/roster-state.ts'
import { createRoleConflicts, type RoleConflicts } from '../row-writes/role-conflicts.ts'
import { createRowWrites } from '../row-writes/row-writes.ts'
import { createInvitationTurns } from './invitation-turns.ts'
import {
  createInvitationActs,
  type InvitationActs,
  type InvitationField,
  type InvitationQueues,
  invitationFields,
} from './invitation-writes.ts'

/** The company's invitations. */
export interface InvitationsState extends RowStore<ReceivedInvitation, InvitationsQuery> {
  writes: InvitationActs & RoleConflicts & Omit<InvitationQueues, 'place'>
}

const names: RowNames = { list: 'invitations', one: 'invitation' }

const byState = new WeakMap<RosterState, InvitationsState>()

/** Returns the invitations of a provider's state. */
export function invitationsOf(state: RosterState): InvitationsState {
  const invitations = byState.get(state) ?? createInvitationsState(state)
  byState.set(state, invitations)
  return invitations
}

function createInvitationsState(state: RosterState): InvitationsState {
  const { api, clock, hooks, live, signal } = state
  const known = withTurns(createKnownRows<ReceivedInvitation>(state, names), clock)

  async function read(id: string, options?: { signal?: AbortSignal }) {
    const invitation = await portMethod(api.invitations?.get, 'invitations.get')(id, options)
    return received(invitation, clock.now())
  }

  /** An invitation that has ended has left the list. */
  async function readListed(id: string, options: { signal: AbortSignal }) {
    if (hasEnded(await read(id, options)))
      throw new ExplainedError('not_found', `The invitation "${id}" has ended.`)
  }

  const departures = createDepartures(readListed, signal)
  const { onPublish, ...conflicts } = createRoleConflicts<ReceivedInvitation, InvitationField>(state, known)
  const { place, ...queues } = createRowWrites<ReceivedInvitation, InvitationField, InvitationHooks>(state, {
    names,
    fields: invitationFields,
    known,
    departures,
    hooks,
    read,
    onPublish,
  })
  return {
    names,
    known,
    departures,
    live,
    writes: { ...createInvitationActs(place), ...queues, ...conflicts },
    read,
    ids: () => undefined,
    async list({ around: _, ...query }, options) {
      if (!api.invitations) throw new ExplainedError('unsupported', 'The port has no invitations.')
      const window = await api.invitations.list(query, options)
      const now = clock.now()
      return { ...window, rows: window.rows.map((row) => (isUnreadable(row) ? row : received(row, now))) }
    },
  }
}

/** Whether an invitation was accepted or deleted, or its address was invited again after it had expired. */
function hasEnded({ status, actions: { resend } }: ReceivedInvitation): boolean {
  const isReplaced = status === 'expired' && !resend.allowed && resend.reason === 'already_invited'
  return status === 'accepted' || status === 'deleted' || isReplaced
}

/** The known rows in their current state: an invitation expires on screen without a request. */
function withTurns(
  known: KnownRows<ReceivedInvitation>,
  clock: RosterState['clock'],
): KnownRows<ReceivedInvitation> {
  const { turned, subscribe } = createInvitationTurns(clock)
  return {
    ...known,
    shown(id) {
      const row = known.shown(id)
      return row && turned(row)
    },
    update(slot, asked) {
      const row = known.update(slot, asked)
      return isUnreadable(row) ? row : turned(row)
    },
    subscribe(listener) {
      const leaves = [known.subscribe(listener), subscribe(listener)]
      return () => {
        for (const leave of leaves) leave()
      }
    },
  }
}
