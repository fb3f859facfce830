import type { RosterApi } from '../../src/client/roster-api.ts'
import { everyFlag } from '../../src/contract/capabilities.ts'
import type { Session } from '../../src/contract/session.ts'
import { everyUserAction, type User } from '../../src/contract/users.ts'
import type { UsersQuery, UsersRange } from '../../src/contract/users-query.ts'
import type { Window } from '../../src/contract/windows.ts'

/** A request that waits for its answer. */
export interface PendingRequest {
  query: UsersQuery & UsersRange
  signal: AbortSignal | undefined
  /** Responds with the list as it was at the time of the request. */
  answer(change?: (window: Window<User>) => Window<User>): void
  fail(error: unknown): void
}

const allowed = { allowed: true } as const

/** A user whose name sorts by its number. */
export const aUser = (number: number, change: Partial<User> = {}): User => ({
  id: `u${number}`,
  name: `User ${String(number).padStart(7, '0')}`,
  email: `user-${number}@example.com`,
  role: { id: 'agent', name: 'Agent' },
  teams: [],
  joinedAt: '2026-01-01T00:00:00.000Z',
  lastActiveAt: null,
  actions: everyUserAction(allowed),
  ...change,
})

const capabilities: Session['capabilities'] = {
  ...everyFlag(false),
  sorts: ['name', 'lastActive', 'joined'],
  filters: ['role', 'team'],
  search: true,
}

/** A port over an array, whose requests wait until the test answers them. */
export function createArrayApi(first: readonly User[]) {
  let users = first
  let revision = 1
  const requests: PendingRequest[] = []

  const select = ({ search, sort, offset = 0, limit = 50 }: UsersQuery & UsersRange): Window<User> => {
    const found = users.filter(
      ({ name, email }) => !search || name.includes(search) || email.includes(search),
    )
    const rows = sort?.startsWith('-') ? found.toReversed() : found
    const total = rows.length
    return {
      rows: rows.slice(offset, offset + limit),
      offset,
      total,
      totalIs: 'exact',
      revision: `r${revision}`,
    }
  }

  const api: RosterApi = {
    company: 'acme',
    session: {
      get: async () => ({
        sessionKey: 'one',
        viewer: {
          id: 'u0',
          name: 'Ada',
          email: 'ada@example.com',
          role: { id: 'admin', name: 'Admin' },
          actions: { manageUsers: allowed, invite: allowed },
        },
        company: { id: 'acme', name: 'Acme' },
        companies: [{ id: 'acme', name: 'Acme' }],
        capabilities,
      }),
    },
    users: {
      list(query, { signal } = {}) {
        const window = select(query)
        return new Promise((resolve, reject) => {
          requests.push({
            query,
            signal,
            answer: (change = (same) => same) => resolve(change(window)),
            fail: reject,
          })
        })
      },
    },
  }

  return {
    api,
    requests,
    /** Requests that wait and were not aborted. */
    open: () => requests.filter(({ signal }) => !signal?.aborted),
    /** Changes the list; membership, order or names, and so its revision. */
    change(next: (users: readonly User[]) => readonly User[]) {
      users = next(users)
      revision += 1
    },
    /** Changes rows without a new revision. */
    touch(next: (users: readonly User[]) => readonly User[]) {
      users = next(users)
    },
    users: () => users,
  }
}
