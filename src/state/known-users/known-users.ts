import { isUnreadable } from '../../base/row-source.ts'
import type { RoleList } from '../../contract/roles.ts'
import type { TeamList } from '../../contract/teams.ts'
import type { User } from '../../contract/users.ts'
import type { StateCore } from '../core/state-core.ts'
import type { Slot } from '../windows/window-answer.ts'
import type { WindowData } from '../windows/window-data.ts'
import { applyChange, type UserChange } from './apply-change.ts'

/** A user as a server said it. */
export interface KnownUser {
  user: User
  /** Number of the request that told, rising: a later one saw a later server. */
  asked: number
  /** When it came (ms). */
  readAt: number
}

/** What is known of users, whichever answer told it, and what is being changed on top of that. */
export interface KnownUsers {
  /** The user as the server last said it. */
  find(id: string): KnownUser | undefined
  /** The user as the person sees them: what is being saved is there already. */
  shown(id: string): User | undefined
  /** A row brought up to date; `asked` numbers the request that it came with. */
  update(row: Slot<User>, asked: number): Slot<User>
  /** Takes a user from an answer; without a number, one of now. */
  learn(user: User, asked?: number): KnownUser
  /** Puts on top what is being changed, in its order; none takes it all back. */
  cover(id: string, changes: readonly UserChange[]): void
  subscribe(listener: () => void): () => void
}

/** Users that are remembered beside the windows of lists. */
const mostRemembered = 1_000

/** Nothing is known yet. */
export function createKnownUsers({ queries, key, ask, clock }: StateCore): KnownUsers {
  const told = new Map<string, KnownUser>()
  const covers = new Map<string, readonly UserChange[]>()
  const covered = new WeakMap<User, { changes: readonly UserChange[]; user: User }>()
  const listeners = new Set<() => void>()

  const tell = () => {
    for (const listener of listeners) listener()
  }

  function withCover(user: User): User {
    const changes = covers.get(user.id)
    if (!changes) return user
    const before = covered.get(user)
    if (before?.changes === changes) return before.user
    const { roles = [] } = queries.getQueryData<RoleList>(key('roles')) ?? {}
    const { teams = [] } = queries.getQueryData<TeamList>(key('teams')) ?? {}
    const result = changes.reduce((next, change) => applyChange(next, change, { roles, teams }), user)
    covered.set(user, { changes, user: result })
    return result
  }

  function find(id: string): KnownUser | undefined {
    // An open user stays known when the windows that showed them are dropped.
    const own = queries.getQueryData<KnownUser>(key('user', id))
    let found = told.get(id)
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
      return found && withCover(found.user)
    },
    update(row, asked) {
      if (isUnreadable(row)) return row
      const latest = told.get(row.id)
      return withCover(latest && latest.asked > asked ? latest.user : row)
    },
    learn(user, asked = ask()) {
      const before = told.get(user.id)
      if (before && before.asked > asked) return before
      const known = { user, asked, readAt: clock.now() }
      told.delete(user.id)
      told.set(user.id, known)
      const [oldest] = told.keys()
      if (told.size > mostRemembered && oldest !== undefined) told.delete(oldest)
      tell()
      return known
    },
    cover(id, changes) {
      if (changes.length > 0) covers.set(id, changes)
      else covers.delete(id)
      tell()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
