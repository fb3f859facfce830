import { describe, expect, it } from 'vitest'
import { createBackend } from '../../../backend/core/create-backend.ts'
import { createMemoryStore } from '../../../backend/core/memory/create-memory-store.ts'
import { bearerIdentity } from '../../../mocks/bearer-identity.ts'
import { seedCompany } from '../../../mocks/people/seed-company.ts'
import { aBackend } from './a-backend.ts'

interface Row {
  id: string
}

const now = Date.UTC(2026, 10, 24, 9)

/** Acme of the mocks, asked by its first admin. */
async function acme() {
  const seed = seedCompany({ now })
  const other = seedCompany({ id: 'other', count: 40, now })
  const store = createMemoryStore({ clock: () => now })
  await store.createCompany(seed)
  await store.createCompany(other)
  const backend = createBackend({ store, identity: bearerIdentity([seed, other], now) })
  return async (query: string, company = 'acme') => {
    const headers = { Authorization: `Bearer account-${company}-1`, 'Roster-Company': company }
    const response = await backend.fetch(new Request(`http://roster.test/v1/users${query}`, { headers }))
    return response.json()
  }
}

const idsOf = ({ rows }: { rows: Row[] }) => rows.map(({ id }) => id)

describe('the list of users', () => {
  it('has 50 rows by default, and says where it starts', async () => {
    const list = await acme()
    const window = await list('')
    expect(window.rows).toHaveLength(50)
    expect(window).toMatchObject({ offset: 0, total: 1_204, totalIs: 'exact', revision: '0' })
    expect(window.next).toMatch(/^[\w-]+$/)
  })

  it('returns the last rows in one request, without a cursor to continue', async () => {
    const list = await acme()
    const window = await list('?offset=1200&limit=50')
    expect(window.rows).toHaveLength(4)
    expect(window.next).toBeUndefined()
  })

  it('walks by cursor over everyone, once', async () => {
    const list = await acme()
    const walked: string[] = []
    let cursor = ''
    do {
      const window = await list(`?sort=-lastActive&limit=200${cursor && `&cursor=${cursor}`}`)
      expect(window.offset).toBe(walked.length)
      walked.push(...idsOf(window))
      cursor = window.next ?? ''
    } while (cursor)
    expect(new Set(walked).size).toBe(1_204)
    expect(walked).toEqual(idsOf(await list('?sort=-lastActive&fields=id&limit=5000')))
  })

  it.each([
    ['another company', '', 'other'],
    ['another search', '&search=a', 'acme'],
    ['another sort', '&sort=-name', 'acme'],
    ['another role', '&role=agent', 'acme'],
    ['another team', '&team=night', 'acme'],
  ])('refuses a cursor of %s', async (_name, query, company) => {
    const list = await acme()
    const { next } = await list('?limit=5')
    expect(await list(`?limit=5${query}&cursor=${next}`, company)).toMatchObject({
      status: 400,
      code: 'invalid_cursor',
      fields: [{ pointer: '/query/cursor', detail: expect.any(String) }],
    })
  })

  it('goes on with roles in another order, and with another limit', async () => {
    const list = await acme()
    const { next } = await list('?limit=5&role=agent&role=admin')
    const window = await list(`?limit=9&role=admin&role=agent&cursor=${next}`)
    expect([window.rows.length, window.offset]).toEqual([9, 5])
  })

  it('returns only ids, up to 5,000', async () => {
    const list = await acme()
    const { rows, total } = await list('?fields=id&limit=5000&search=an')
    expect(rows).toHaveLength(total)
    expect(Object.keys(rows[0])).toEqual(['id'])
  })

  it('centres on a user, or returns the fallback', async () => {
    const list = await acme()
    const whole = idsOf(await list('?fields=id&limit=5000'))
    const around = await list(`?around=${whole[600]}&limit=11`)
    expect(around.offset).toBe(595)
    expect(idsOf(around)).toEqual(whole.slice(595, 606))
    const gone = await list('?around=other-7&offset=700&limit=2')
    expect([gone.offset, idsOf(gone)]).toEqual([700, whole.slice(700, 702)])
  })

  it('shows teams by name with how a user belongs to them', async () => {
    const list = await acme()
    const { rows } = await list('?role=supervisor&team=escalations&limit=200')
    const [first] = rows
    expect(first.role).toEqual({ id: 'supervisor', name: 'Supervisor' })
    expect(first.teams.map((team: { name: string }) => team.name)).toContain('Escalations')
    for (const row of rows) for (const team of row.teams) expect(team.viaRole).toBe(team.id === 'escalations')
  })
})

describe('a user', () => {
  it('is the same in a window and on its own', async () => {
    const { ask } = await aBackend()
    const { body } = await ask('/v1/users')
    for (const row of body.rows) {
      const single = await ask(`/v1/users/${row.id}`)
      expect([single.body, single.headers.get('etag')]).toEqual([row, `"${row.version}"`])
    }
  })

  it('of another company is as unknown as none', async () => {
    const { ask } = await aBackend()
    const told = async (id: string) => {
      const { status, body } = await ask(`/v1/users/${id}`)
      return { status, ...body, requestId: '' }
    }
    expect(await told('other')).toMatchObject({ status: 404, code: 'not_found' })
    expect(await told('other')).toEqual(await told('nobody-at-all'))
  })

  it('carries what this viewer may do, with reasons', async () => {
    const { ask } = await aBackend()
    const seen = async (as: string, id: string) => (await ask(`/v1/users/${id}`, { as })).body.actions
    expect(await seen('boss', 'agent')).toEqual({
      delete: { allowed: true },
      changeRole: { allowed: true },
      changeTeams: { allowed: true },
      endSessions: { allowed: true },
    })
    expect(await seen('boss', 'boss')).toMatchObject({
      delete: { allowed: false, reason: 'self' },
      changeRole: { allowed: false, reason: 'last_admin', params: { role: 'Admin' } },
      changeTeams: { allowed: true },
      endSessions: { allowed: true },
    })
    const { ask: askTwo } = await aBackend({ secondAdmin: true })
    const { body } = await askTwo('/v1/users/boss')
    expect(body.actions).toMatchObject({ delete: { reason: 'self' }, changeRole: { allowed: true } })
    const exceeding = { allowed: false, reason: 'role_exceeds_yours' }
    expect(await seen('manager', 'boss')).toMatchObject({
      delete: exceeding,
      changeRole: exceeding,
      changeTeams: exceeding,
      endSessions: exceeding,
    })
  })
})
