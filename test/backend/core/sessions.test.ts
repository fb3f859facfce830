import { describe, expect, it } from 'vitest'
import type { Store } from '../../../backend/core/ports/store.ts'
import { StoreUnavailable } from '../../../backend/core/ports/store-unavailable.ts'
import { aBackend, absoluteLimit } from './a-backend.ts'

describe('a session', () => {
  it('names viewer, company and what the server can do, and no secret', async () => {
    const { ask, company, store, signIn } = await aBackend()
    const { body, text } = await ask('/v1/session', { as: 'manager' })
    expect(body).toMatchObject({
      sessionKey: expect.stringMatching(/^[\w-]{22}$/),
      viewer: {
        id: 'manager',
        role: { id: 'manager', name: 'Manager' },
        actions: { manageUsers: { allowed: true } },
      },
      company: { id: company, name: 'Acme' },
      companies: [{ id: company, name: 'Acme' }],
      capabilities: { sorts: ['name', 'lastActive', 'joined'], around: true, presence: false },
    })
    const { session } = (await store.admit(company, signIn('manager'))) ?? {}
    expect(text).not.toContain(session?.id)
    expect((await ask('/v1/session', { as: 'manager' })).body.sessionKey).toBe(body.sessionKey)
    expect((await ask('/v1/session', { as: 'boss' })).body.sessionKey).not.toBe(body.sessionKey)
  })

  it('names the missing permission to a viewer who can’t manage users', async () => {
    const { ask } = await aBackend()
    const denial = {
      reason: 'missing_permission',
      params: { permission: 'Manage users', permissionId: 'manage_users' },
    }
    const { body } = await ask('/v1/session', { as: 'agent' })
    expect(body.viewer.actions.manageUsers).toEqual({ allowed: false, ...denial })
    expect((await ask('/v1/users', { as: 'agent' })).body).toMatchObject({
      code: 'missing_permission',
      ...denial,
    })
  })

  it('ends permanently at the absolute limit, for the account too', async () => {
    const { ask, advance, company, store, signIn } = await aBackend()
    await ask('/v1/session')
    advance(absoluteLimit - 1)
    expect((await ask('/v1/session')).status).toBe(200)
    advance(1)
    expect((await ask('/v1/session')).body.code).toBe('session_expired')
    expect((await ask('/v1/companies')).body.code).toBe('session_expired')
    expect((await store.admit(company, signIn('boss')))?.session.endReason).toBe('expired')
  })

  it('is refused as idle when its activity was not recorded, even if it is open afterwards', async () => {
    const late = (store: Store): Store => ({ ...store, idle: { ...store.idle, report: async () => false } })
    const { ask } = await aBackend({ store: late })
    expect((await ask('/v1/session')).status).toBe(200)
    const { body } = await ask('/v1/session', { headers: { 'X-Activity-Age': '0' } })
    expect(body.code).toBe('session_idle')
  })

  it('is recorded as ended before the response says so', async () => {
    const recorded: string[] = []
    const slow = (store: Store): Store => ({
      ...store,
      async endSession(...asked) {
        await new Promise((resolve) => setImmediate(resolve))
        recorded.push(asked[2])
        return store.endSession(...asked)
      },
    })
    const { ask, advance } = await aBackend({ store: slow })
    await ask('/v1/session')
    advance(absoluteLimit)
    expect([(await ask('/v1/session')).body.code, recorded]).toEqual(['session_expired', ['expired']])
    expect([(await ask('/v1/session')).body.code, recorded]).toEqual(['session_expired', ['expired']])
  })

  it('is over even if its end can’t be stored', async () => {
    const readOnly = (store: Store): Store => ({
      ...store,
      endSession: () => Promise.reject(new StoreUnavailable('read-only')),
    })
    const { ask, advance } = await aBackend({ store: readOnly })
    await ask('/v1/session')
    advance(absoluteLimit)
    const { status, body } = await ask('/v1/session')
    expect([status, body.code]).toEqual([401, 'session_expired'])
  })

  it('ends with its user, in the middle of everything', async () => {
    const { ask, company, store } = await aBackend()
    expect((await ask('/v1/session', { as: 'agent' })).status).toBe(200)
    await store.write(
      company,
      { id: 'i', fingerprint: '', actor: { kind: 'user', id: 'boss' }, requestId: 'r' },
      {
        userIds: ['agent'],
        decide: () => ({ changes: [{ kind: 'delete_user', userId: 'agent' }], audit: [], answer: null }),
      },
    )
    expect((await ask('/v1/session', { as: 'agent' })).body.code).toBe('session_revoked')
    expect((await ask('/v1/users/agent')).body.code).toBe('not_found')
    expect((await ask('/v1/companies', { as: 'agent' })).body.companies).toEqual([])
  })

  it('takes a permission away at once', async () => {
    const { ask, company, store } = await aBackend()
    expect((await ask('/v1/users', { as: 'manager' })).status).toBe(200)
    await store.write(
      company,
      { id: 'i', fingerprint: '', actor: { kind: 'user', id: 'boss' }, requestId: 'r' },
      {
        userIds: ['manager'],
        decide: () => ({
          changes: [{ kind: 'set_role', userId: 'manager', roleId: 'agent' }],
          audit: [],
          answer: null,
        }),
      },
    )
    expect((await ask('/v1/users', { as: 'manager' })).body.code).toBe('missing_permission')
  })
})

describe('signing in', () => {
  it.each(['POST', 'DELETE'])('is not found where nothing signs in: %s', async (method) => {
    const { ask } = await aBackend()
    const headers = { 'Content-Type': 'application/json' }
    const body = method === 'POST' ? JSON.stringify({ email: 'a@b.example', password: 'x' }) : undefined
    expect((await ask('/v1/sign-in', { method, headers, ...(body && { body }) })).body.code).toBe('not_found')
  })

  it("carries the adapter's headers", async () => {
    const { ask } = await aBackend({
      signIns: {
        signIn: async (_request, { email }) => [
          ['Set-Cookie', `one=${email}`],
          ['Set-Cookie', 'two=2'],
        ],
        signOut: async (_request, { account }) => ({ 'X-Gone': account.id }),
      },
    })
    const { status, headers } = await ask('/v1/sign-in', {
      method: 'POST',
      as: '',
      headers: { 'Content-Type': 'application/json; charset=utf-8' },
      body: JSON.stringify({ email: 'a@b.example', password: 'x' }),
    })
    expect([status, headers.getSetCookie()]).toEqual([204, ['one=a@b.example', 'two=2']])
    expect((await ask('/v1/sign-in', { method: 'DELETE' })).headers.get('x-gone')).toBe('boss')
  })
})
