import type { RosterApi } from '../../src/client/roster-api.ts'
import { everyFlag } from '../../src/contract/capabilities.ts'
import type { User } from '../../src/contract/users.ts'
import type { People } from './people.ts'

const allowed = { allowed: true } as const

/** A port that responds at once, so that a run measures the page without a network. */
export function createPeopleApi(people: People): RosterApi {
  let asked = { key: '', source: people.select('', false) }
  const company = { id: 'acme', name: 'Acme' }
  return {
    company: company.id,
    session: {
      get: async () => ({
        sessionKey: 's1',
        viewer: {
          id: 'viewer',
          name: 'Ada Admin',
          email: 'ada@example.com',
          role: { id: 'admin', name: 'Admin' },
          actions: { manageUsers: allowed, invite: allowed },
        },
        company,
        companies: [company],
        capabilities: {
          ...everyFlag(false),
          search: true,
          sorts: ['name', 'lastActive', 'joined'],
          filters: ['role', 'team'],
          deleteUsers: true,
        },
      }),
    },
    roles: { list: async () => ({ roles: [] }) },
    teams: { list: async () => ({ teams: [] }) },
    users: {
      // Users can be selected where they can be deleted.
      delete: () => Promise.reject(new Error('A benchmark deletes nobody.')),
      async list({ search = '', sort, offset = 0, limit = 50 }) {
        const key = `${sort} ${search}`
        if (asked.key !== key) asked = { key, source: people.select(search, sort === '-name') }
        const { source } = asked
        const rows: User[] = []
        for (let index = offset; index < Math.min(offset + limit, source.total); index += 1)
          rows.push(source.at(index) as User)
        return { rows, offset, total: source.total, totalIs: 'exact', revision: 'r1' }
      },
    },
  }
}
