import { ExplainedError } from '../../client/explained-error.ts'
import type { SelectionAction } from '../../contract/selection-requests.ts'
import type { Session } from '../../contract/session.ts'
import type { UsersQuery } from '../../contract/users-query.ts'
import type { RosterState } from '../roster/roster-state.ts'
import type { UserField } from '../user-acts/user-acts.ts'
import { readIds } from './read-ids.ts'
import type { RunRows } from './run-rows.ts'

/** The field that an action writes. */
const fields: Partial<Record<SelectionAction['kind'], UserField>> = {
  delete: 'deletion',
  changeRole: 'role',
  changeTeams: 'teams',
}

/** Users, as runs change them. */
export function userRows(state: RosterState): RunRows {
  const { users, known, writes, hooks, signal, queries, key } = state
  const change: RunRows['change'] = (id, action) => {
    switch (action.kind) {
      case 'delete':
        return writes.deleteUser(id)
      case 'changeRole':
        return writes.changeRole(id, action.roleId)
      case 'changeTeams':
        return writes.changeTeams(id, action)
      default:
        throw new ExplainedError('unsupported', `A backend without selections can't ${action.kind}.`)
    }
  }
  return {
    resource: 'users',
    idsOf: (query: UsersQuery, most) => readIds(users, query, { most, signal }),
    denialOf(id, { kind }) {
      const viewer = queries.getQueryData<Session>(key('session'))?.viewer
      if (kind === 'delete' && id === viewer?.id) return { allowed: false, reason: 'self' }
      const decision = known.shown(id)?.actions[kind === 'undo' || kind === 'resend' ? 'delete' : kind]
      return decision?.allowed === false ? decision : undefined
    },
    nameOf: (id) => known.shown(id)?.name ?? id,
    change,
    async repeat(id, action) {
      const field = fields[action.kind]
      const outcomes = field ? await writes.retry(id, field) : []
      return outcomes.at(-1) ?? change(id, action)
    },
    isGatedByRow({ kind }: SelectionAction) {
      const host = hooks()
      switch (kind) {
        case 'delete':
          return Boolean(host.onBeforeDeleteUser ?? host.onAfterDeleteUser)
        case 'changeRole':
          return Boolean(host.onBeforeRoleChange ?? host.onAfterRoleChange)
        case 'changeTeams':
          return Boolean(host.onBeforeTeamsChange ?? host.onAfterTeamsChange)
        default:
          return false
      }
    },
    noteSaved: () => writes.noteSaved({ movesRows: true }),
    touches: ['session', 'roles', 'teams', 'user', 'activity', 'selections'],
  }
}
