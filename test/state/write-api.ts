import { ApiError } from '../../src/client/api-error.ts'
import type { RosterApi } from '../../src/client/roster-api.ts'
import type { TeamsChange } from '../../src/contract/user-writes.ts'
import type { User } from '../../src/contract/users.ts'
import { aUser, createArrayApi } from './array-api.ts'

/** How a write ends: done, refused by a rule, or lost on the way there or back. */
export type Fate = 'done' | 'refused' | 'lost' | 'unanswered'

/** A write that the server took. */
export interface TakenWrite {
  id: string
  intent: string
  /** The role before, of a role alone. */
  from?: string
}

/** A port over users that can be changed, by this client and by others; `pass` holds each message on its way. */
export function createWriteApi(count: number, pass: (label: string) => Promise<unknown> = async () => {}) {
  const users = new Map(
    Array.from({ length: count }, (_, number) => {
      const user = aUser(number, { version: '1' })
      return [user.id, user] as const
    }),
  )
  const taken: TakenWrite[] = []
  const fates: Fate[] = []
  const list = () => [...users.values()]

  const get = (id: string) => {
    const user = users.get(id)
    if (!user) throw new ApiError('not_found', 'gone', { status: 404 })
    return user
  }

  function put(id: string, change: Partial<User>) {
    const user = get(id)
    users.set(id, { ...user, ...change, version: String(Number(user.version) + 1) })
  }

  const changeRole = (id: string, roleId: string) => put(id, { role: { id: roleId, name: roleId } })

  function changeTeams(id: string, { add, remove }: Readonly<TeamsChange>) {
    const kept = (get(id).teams ?? []).filter((team) => !remove.includes(team.id) && !add.includes(team.id))
    const joined = add.map((team) => ({ id: team, name: team, direct: true, viaRole: false }))
    put(id, { teams: [...kept, ...joined] })
  }

  /** Takes a write as the backend does: once for each intent, and by the version. */
  async function write(id: string, intent: string, apply: () => TakenWrite): Promise<User> {
    const fate = fates.shift() ?? 'done'
    await pass('there')
    if (fate === 'lost') throw new ApiError('network', 'lost on the way there')
    const isRepeated = taken.some((each) => each.intent === intent)
    if (!isRepeated) {
      if (fate === 'refused') throw new ApiError('last_admin', 'no', { status: 409, reason: 'last_admin' })
      taken.push(apply())
    }
    const answer = get(id)
    await pass('back')
    if (fate === 'unanswered') throw new ApiError('network', 'lost on the way back')
    return answer
  }

  const { session, company } = createArrayApi([]).api
  const api: RosterApi = {
    company,
    session,
    users: {
      async list({ offset = 0, limit = 50, roleIds }) {
        const matching = list().filter(({ role }) => roleIds?.includes(role.id) ?? true)
        await pass('list')
        return {
          rows: matching.slice(offset, offset + limit),
          offset,
          total: matching.length,
          totalIs: 'exact',
        }
      },
      async get(id) {
        const user = get(id)
        await pass('get')
        return user
      },
      changeRole: (id, roleId, { version, intent }) =>
        write(id, intent, () => {
          const current = get(id)
          if (current.version !== version)
            throw new ApiError('version_mismatch', 'newer', { status: 412, current })
          const from = current.role.id
          changeRole(id, roleId)
          return { id, intent, from }
        }),
      changeTeams: (id, change, { intent }) =>
        write(id, intent, () => {
          changeTeams(id, change)
          return { id, intent }
        }),
      endSessions: async () => ({ ended: 2 }),
    },
  }

  return {
    api,
    taken,
    /** How the next writes end. */
    fates,
    list,
    get,
    /** What others do. */
    others: {
      changeRole,
      changeTeams,
      remove: (id: string) => users.delete(id),
      add: (user: User) => users.set(user.id, user),
    },
  }
}
