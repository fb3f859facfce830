import { describe, expect, it } from 'vitest'
import type { Store } from '../../../../backend/core/ports/store.ts'
import { type Asked, aBackend } from '../a-backend.ts'
import { type Backend, endSessions, give, key, teams, traces } from './requests.ts'

describe('an intent', () => {
  it.each(['', 'a b', 'a/b', 'x'.repeat(129), '..'])('is an id: not %j', async (intent) => {
    const { status, body } = await endSessions(await aBackend(), 'agent', { headers: key(intent) })
    expect([status, body.code, body.fields[0].pointer]).toEqual([
      400,
      'idempotency_key_required',
      '/headers/idempotency-key',
    ])
  })

  it('repeated after its response was lost isn’t a conflict, and changes nothing more', async () => {
    const backend = await aBackend()
    const asked = { headers: { ...key('mine'), 'If-Match': '"0"' } }
    const first = await give(backend, 'agent', 'manager', asked)
    const second = await give(backend, 'agent', 'manager', asked)
    expect([second.status, second.body]).toEqual([200, first.body])
    for (const name of ['etag', 'roster-revision'])
      expect(second.headers.get(name)).toBe(first.headers.get(name))
    expect((await traces(backend, 'agent')).audit).toHaveLength(1)
  })

  it('repeated by who gave up the permission with it is answered as before', async () => {
    const backend = await aBackend({ secondAdmin: true })
    const asked = { headers: { ...key('mine'), 'If-Match': '"0"' } }
    const put = (roleId: string, more: Asked = asked) =>
      backend.change('PUT', '/v1/users/boss/role', { roleId }, more)
    const first = await put('agent')
    const second = await put('agent')
    expect([second.status, second.body]).toEqual([200, first.body])
    expect((await put('manager')).body.code).toBe('missing_permission')
    expect((await put('admin', { headers: { ...key('new'), 'If-Match': '"1"' } })).status).toBe(403)
    expect((await put('admin', { headers: { 'Idempotency-Key': '', 'If-Match': '"1"' } })).status).toBe(403)
  })

  it('reveals nothing to a viewer without the permission, even if they made it', async () => {
    const backend = await aBackend({ secondAdmin: true })
    await give(backend, 'agent', 'manager', { headers: { ...key('known'), 'If-Match': '"0"' } })
    const ask = (intent: string, path: string, body: unknown) =>
      backend.change('PATCH', path, body, { as: 'agent', headers: key(intent) })
    await give(backend, 'agent', 'agent', { headers: { ...key('back'), 'If-Match': '"1"' } })
    for (const path of ['/v1/users/agent/teams', '/v1/users/boss/teams'])
      for (const body of [{ add: ['night'], remove: [] }, { add: 1 }, {}]) {
        const [known, unknown] = [await ask('known', path, body), await ask('unknown', path, body)]
        expect([known.status, known.body.code]).toEqual([403, 'missing_permission'])
        expect({ ...known.body, requestId: '' }).toEqual({ ...unknown.body, requestId: '' })
      }
  })

  it('repeated by someone who has lost the permission shows no user', async () => {
    const backend = await aBackend({ secondAdmin: true })
    const mine = { headers: key('mine') }
    await teams(backend, 'agent', ['night'], [], mine)
    await give(backend, 'boss', 'agent', { as: 'boss' })
    const { status, body } = await teams(backend, 'agent', ['night'], [], mine)
    expect([status, body.code]).toEqual([403, 'missing_permission'])
  })

  it('repeated later returns the latest user, and undoes no other change', async () => {
    const backend = await aBackend()
    await teams(backend, 'agent', ['night'], [], { headers: key('mine') })
    await teams(backend, 'agent', [], ['night'])
    const again = await teams(backend, 'agent', ['night'], [], { headers: key('mine') })
    expect([again.status, again.body.version]).toEqual([200, '2'])
    expect((await backend.store.user(backend.company, 'agent'))?.teamIds).toEqual([])
  })

  it('repeated ends no session that was opened since', async () => {
    const backend = await aBackend()
    const { store, company, signIn } = backend
    await backend.ask('/v1/session', { as: 'manager' })
    await endSessions(backend, 'manager', { headers: key('mine') })
    await store.reopen(company, signIn('manager'))
    expect((await endSessions(backend, 'manager', { headers: key('mine') })).body).toEqual({ ended: 1 })
    expect((await backend.ask('/v1/session', { as: 'manager' })).status).toBe(200)
  })

  it.each([
    ['another body', (backend: Backend) => teams(backend, 'agent', ['leads'], [], { headers: key('mine') })],
    [
      'another user',
      (backend: Backend) => teams(backend, 'manager', ['night'], [], { headers: key('mine') }),
    ],
    ['another operation', (backend: Backend) => endSessions(backend, 'agent', { headers: key('mine') })],
    [
      'another person',
      (backend: Backend) => teams(backend, 'agent', ['night'], [], { as: 'manager', headers: key('mine') }),
    ],
  ])('is refused for %s', async (_name, again) => {
    const backend = await aBackend()
    await teams(backend, 'agent', ['night'], [], { headers: key('mine') })
    const { status, body } = await again(backend)
    expect([status, body.code]).toEqual([422, 'idempotency_mismatch'])
    expect((await backend.store.changes(backend.company)).revision).toBe(1)
  })

  it('that was refused may be tried again', async () => {
    const backend = await aBackend()
    const old = { headers: { ...key('mine'), 'If-Match': '"7"' } }
    expect((await give(backend, 'agent', 'manager', old)).status).toBe(412)
    expect((await give(backend, 'agent', 'manager', { headers: key('mine') })).status).toBe(200)
  })

  it('of one company is unknown in another', async () => {
    const backend = await aBackend()
    await teams(backend, 'agent', ['night'], [], { headers: key('mine') })
    const elsewhere = { as: 'foreigner', company: backend.foreign, headers: key('mine') }
    expect((await teams(backend, 'other', ['night'], [], elsewhere)).status).toBe(200)
  })

  it('stores no personal data of its response', async () => {
    const kept: unknown[] = []
    const watching = (store: Store): Store => ({
      ...store,
      async write(company, intent, plan) {
        const written = await store.write(company, intent, plan)
        if (written.ok) kept.push(written.answer)
        return written
      },
    })
    const backend = await aBackend({ store: watching })
    await give(backend, 'agent', 'manager')
    await teams(backend, 'agent', ['night'])
    await endSessions(backend, 'agent')
    expect(kept).toEqual([null, null, { ended: 0 }])
  })
})
