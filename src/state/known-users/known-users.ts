import { isUnreadable } from '../../base/row-source.ts'
import { createSubscribable } from '../../base/subscribable.ts'
import type { RoleList } from '../../contract/roles.ts'
import type { TeamList } from '../../contract/teams.ts'
import type { User } from '../../contract/users.ts'
import type { StateCore } from '../core/state-core.ts'
import type { Slot } from '../windows/window-answer.ts'
import type { WindowData } from '../windows/window-data.ts'
import type { UserChange } from './user-change.ts'

/** A user as the server returned them. */
export interface KnownUser {
  user: User
  /** Number of the request that loaded the user. A higher number means a later state of the server. */
  asked: number
  /** When the user was loaded (ms). */
  readAt: number
}

/** The latest version of each user, whichever response it came with, and the changes that are being saved. */
export interface KnownUsers {
  /** The user as the server last returned them. */
  find(id: string): KnownUser | undefined
  /** The user as people see them, with the changes that are being saved. */
  shown(id: string): User | undefined
  /** The latest version of a row. `asked` is the number of the request that loaded it. */
  update(row: Slot<User>, asked: number): Slot<User>
  /** Remembers a user from a response. Without a number, the user counts as loaded now. */
  learn(user: User, asked?: number): KnownUser
  /** Sets the changes of a user that are being saved, in their order. */
  setChanges(id: string, changes: readonly UserChange[]): void
  subscribe(listener: () => void): () => void
}

/** How many users are remembered in addition to those in loaded windows. */
const mostRemembered = 1_000

/** Creates an empty memory of users. */
export function createKnownUsers({ queries, key, ask, clock }: StateCore): KnownUsers {
  const remembered = new Map<string, KnownUser>()
  const changesById = new Map<string, readonly UserChange[]>()
  const changed = new WeakMap<User, { changes: readonly UserChange[]; user: User }>()
  const { subscribe, notify } = createSubscribable()

  function withChanges(user: User): User {
    const changes = changesById.get(user.id)
    if (!changes) return user
    const before = changed.get(user)
    if (before?.changes === changes) return before.user
    const { roles = [] } = queries.getQueryData<RoleList>(key('roles')) ?? {}
    const { teams = [] } = queries.getQueryData<TeamList>(key('teams')) ?? {}
    const result = changes.reduce((next, change) => change(next, { roles, teams }), user)
    changed.set(user, { changes, user: result })
    return result
  }

  function find(id: string): KnownUser | undefined {
    // An open user stays known when the windows that showed them are dropped.
    const own = queries.getQueryData<KnownUser>(key('user', id))
    let found = remembered.get(id)
    if (own && (!found || own.asked > found.asked)) found = own
    for (const [, data] of queries.getQueriesData<WindowData<User>>({ queryKey: key('users') })) {
      if (!data || (found && found.asked >= data.asked)) continue
      const user = data.rows.find((row) => row.id === id)
      if (user && !isUnreadable(user)) found = { user, asked: data.asked, readAt: data.readAt }
    }
    return found
  }

  return {
    find,
    shown(id) {
      const found = find(id)
      return found && withChanges(found.user)
    },
    update(row, asked) {
      if (isUnreadable(row)) return row
      const latest = remembered.get(row.id)
      return withChanges(latest && latest.asked > asked ? latest.user : row)
    },
    learn(user, asked = ask()) {
      const before = remembered.get(user.id)
      if (before && before.asked > asked) return before
      const known = { user, asked, readAt: clock.now() }
      remembered.delete(user.id)
      remembered.set(user.id, known)
      const [oldest] = remembered.keys()
      if (remembered.size > mostRemembered && oldest !== undefined) remembered.delete(oldest)
      notify()
      return known
    },
    setChanges(id, changes) {
      if (changes.length > 0) changesById.set(id, changes)
      else changesById.delete(id)
      notify()
    },
    subscribe,
  }
}
