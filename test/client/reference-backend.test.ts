import { describe, expect, it, vi } from 'vitest'
import { createBackend } from '../../backend/core/create-backend.ts'
import { createMemoryStore } from '../../backend/core/memory/create-memory-store.ts'
import { bearerIdentity } from '../../mocks/bearer-identity.ts'
import { seedCompany } from '../../mocks/people/seed-company.ts'
import { isUnreadable } from '../../src/base/row-source.ts'
import { createHttpApi, type HttpApiOptions } from '../../src/client.ts'
import { failureOf } from './failure-of.ts'

const admin = 'account-acme-1'

/** A client whose `fetch` is the reference backend itself. */
async function anApi(options: Partial<HttpApiOptions> = {}) {
  const now = Date.now()
  const seed = seedCompany({ now })
  const store = createMemoryStore()
  await store.createCompany(seed)
  const backend = createBackend({ store, identity: bearerIdentity([seed], now) })
  const fetch = vi.fn((input: Request, init?: RequestInit) => backend.fetch(new Request(input, init)))
  const baseUrl = 'http://roster.test'
  return {
    api: createHttpApi({ baseUrl, company: 'acme', getToken: () => admin, fetch, ...options }),
    fetch,
    seed,
  }
}

describe('the client on the reference backend', () => {
  it('reads every resource, each row of it', async () => {
    const onUnreadable = vi.fn()
    const { api } = await anApi({ onUnreadable })
    expect((await api.session.get()).viewer.actions.manageUsers).toEqual({ allowed: true })
    expect((await api.session.companies()).companies).toEqual([{ id: 'acme', name: 'Acme Support' }])
    expect((await api.roles.list()).roles[0]?.name).toBe('Admin')
    expect((await api.teams.list()).teams.length).toBeGreaterThan(0)
    expect((await api.permissions.list()).permissions.length).toBeGreaterThan(0)
    expect(await api.events.list()).toMatchObject({ events: [], gap: false })
    expect(await api.users.get('acme-1')).toMatchObject({ id: 'acme-1', role: { name: 'Admin' } })
    expect(await api.users.list({ offset: 1_200 })).toMatchObject({ total: 1_204, offset: 1_200 })
    expect(onUnreadable).not.toHaveBeenCalled()
  })

  it('reads all 1,204 users by cursor, each once, in the order of the list', async () => {
    const { api, fetch, seed } = await anApi()
    const ids: (string | undefined)[] = []
    for await (const row of api.users.iterate()) ids.push(isUnreadable(row) ? undefined : row.id)
    expect(new Set(ids)).toEqual(new Set(seed.users.map(({ id }) => id)))
    expect(ids).toHaveLength(1_204)
    expect(fetch.mock.calls.filter(([{ url }]) => url.includes('cursor='))).toHaveLength(6)
    const listed = await api.users.ids({ limit: 5_000 })
    expect(ids).toEqual(listed.rows.map(({ id }) => id))
  })

  it('searches, sorts, filters and centres', async () => {
    const { api } = await anApi()
    const { roles } = await api.roles.list()
    const role = roles.find(({ name }) => name !== 'Admin')
    const { rows } = await api.users.list({ roleIds: [role?.id ?? ''], sort: '-joined', limit: 20 })
    const users = rows.flatMap((row) => (isUnreadable(row) ? [] : [row]))
    expect(users).toHaveLength(20)
    expect(new Set(users.map((user) => user.role.id))).toEqual(new Set([role?.id]))
    expect(users.map((user) => user.joinedAt)).toEqual(
      users
        .map((user) => user.joinedAt)
        .sort()
        .reverse(),
    )
    const around = await api.users.list({ around: users[0]?.id, limit: 9 })
    expect(around.rows[4]?.id).toBe(users[0]?.id)
    const found = await api.users.list({ search: users[0]?.email })
    expect(found.rows[0]?.id).toBe(users[0]?.id)
  })

  it('has a different code for each refusal, with the request id', async () => {
    const onUnauthorized = vi.fn()
    const { api: nobody } = await anApi({ getToken: () => null, onUnauthorized })
    expect(await failureOf(nobody.session.get())).toMatchObject({ code: 'signed_out', status: 401 })
    expect(onUnauthorized).toHaveBeenCalledExactlyOnceWith('signed_out')
    const { api: stranger } = await anApi({ company: 'elsewhere' })
    expect(await failureOf(stranger.session.get())).toMatchObject({ code: 'company_not_found', status: 404 })
    const { api } = await anApi()
    expect(await failureOf(api.users.list({ limit: 201 }))).toMatchObject({
      name: 'ProblemError',
      code: 'invalid_query',
      status: 400,
      requestId: expect.stringMatching(/./),
      fields: [{ pointer: '/query/limit', detail: expect.any(String) }],
    })
    expect(await failureOf(api.users.get('acme-9999'))).toMatchObject({ code: 'not_found', status: 404 })
    expect(await failureOf(api.users.list({ cursor: 'damaged' }))).toMatchObject({ code: 'invalid_cursor' })
  })
})
