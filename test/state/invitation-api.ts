import { ApiError } from '../../src/client/api-error.ts'
import type { InvitationsApi } from '../../src/client/invitations-api.ts'
import type { Invitation } from '../../src/contract/invitations.ts'
import { createReporter } from '../../src/state/core/reporter.ts'
import { invitationsOf } from '../../src/state/invitations/invitations-state.ts'
import { createInvitationsView } from '../../src/state/invitations/invitations-view.ts'
import { createListSelection } from '../../src/state/lists/list-selection.ts'
import { createRowList } from '../../src/state/lists/row-list.ts'
import { createRosterState } from '../../src/state/roster/roster-state.ts'
import type { RosterHooks } from '../../src/state/user-acts/user-acts.ts'
import { createArrayApi } from './array-api.ts'
import { createManualClock } from './manual-clock.ts'

const allowed = { allowed: true } as const

/** An invitation that expires in an hour for each number. */
export const anInvitation = (number: number, change: Partial<Invitation> = {}): Invitation => ({
  id: `i${number}`,
  email: `new-${number}@example.com`,
  status: 'pending',
  role: { id: 'agent', name: 'Agent' },
  teams: [],
  invitedAt: '2026-01-01T00:00:00.000Z',
  expiresInMs: number * 3_600_000,
  version: '1',
  actions: { resend: allowed, delete: allowed, change: allowed },
  ...change,
})

/** A list of invitations that is seen, over a port that keeps them in an array and says what it was asked. */
export function invitationList(first: readonly Invitation[], hooks: RosterHooks = {}) {
  let rows = [...first]
  let refusal: unknown
  const asked: string[] = []

  function find(id: string): Invitation {
    const found = rows.find((row) => row.id === id)
    if (!found) throw new ApiError('invitation_not_found', id, { status: 404 })
    return found
  }

  function write(label: string, id: string, change: Partial<Invitation>): Invitation {
    asked.push(label)
    const refused = refusal
    refusal = undefined
    if (refused) throw refused
    const next = { ...find(id), ...change, version: `${Number(find(id).version) + 1}` }
    rows = rows.map((row) => (row.id === id ? next : row))
    return next
  }

  const invitations: InvitationsApi = {
    async list({ offset = 0, limit = 50 }) {
      asked.push(`list ${offset}+${limit}`)
      const listed = rows.filter(({ status }) => status === 'pending' || status === 'expired')
      const pending = listed.filter(({ status }) => status === 'pending').length
      const window = listed.slice(offset, offset + limit)
      return { rows: window, offset, total: listed.length, totalIs: 'exact', pending }
    },
    async get(id) {
      asked.push(`get ${id}`)
      return find(id)
    },
    async change(id, { roleId, teamIds }, { version }) {
      if (find(id).version !== version) {
        asked.push(`change ${id} refused`)
        throw new ApiError('version_mismatch', 'no', { status: 412 })
      }
      const role = roleId === undefined ? find(id).role : { id: roleId, name: roleId }
      const direct = teamIds?.map((team) => ({ id: team, name: team, direct: true, viaRole: false }))
      return write(`change ${id} ${roleId ?? teamIds?.join()}`, id, { role, teams: direct ?? find(id).teams })
    },
    async resend(id) {
      const cooldown = { allowed: false, reason: 'cooldown', params: { retryAfter: '60' } } as const
      const { actions } = find(id)
      return write(`resend ${id}`, id, {
        status: 'pending',
        expiresInMs: 7 * 86_400_000,
        actions: { ...actions, resend: cooldown },
      })
    },
    delete: async (id) => write(`delete ${id}`, id, { status: 'deleted' }),
  }

  const clock = createManualClock()
  const { api } = createArrayApi([])
  const state = createRosterState({
    api: { ...api, invitations },
    epoch: 0,
    clock,
    reporter: createReporter(),
    reset: () => {},
    hooks: () => hooks,
  })
  const store = invitationsOf(state)
  const view = createInvitationsView({ clock, searchDelay: 0 })
  const list = createRowList(state, store, view)
  const selecting = createListSelection(state, store, view, list)

  return {
    state,
    store,
    writes: store.writes,
    view,
    list,
    selecting,
    clock,
    asked,
    open: () => list.subscribe(() => {}),
    rowOf: (id: string) => list.getSnapshot().rows.find((row) => row.id === id),
    ids: () => list.getSnapshot().rows.map(({ id }) => id),
    /** Changes an invitation as another person would. */
    other(id: string, change: Partial<Invitation>) {
      const next = { ...find(id), ...change, version: `${Number(find(id).version) + 1}` }
      rows = rows.map((row) => (row.id === id ? next : row))
    },
    /** Refuses the next write. */
    refuse(error: unknown) {
      refusal = error
    },
  }
}
