import { describe, expect, it } from 'vitest'
import { aBackend } from '../a-backend.ts'
import { endSessions, key, traces } from './requests.ts'

describe('ending sessions', () => {
  it('ends those in this company at once, and the sign-in does not reopen them', async () => {
    const backend = await aBackend()
    await backend.ask('/v1/session', { as: 'manager' })
    const { status, body, headers } = await endSessions(backend, 'manager')
    expect([status, body, headers.get('roster-revision')]).toEqual([200, { ended: 1 }, '1'])
    for (let again = 0; again < 2; again++)
      expect((await backend.ask('/v1/session', { as: 'manager' })).body.code).toBe('session_revoked')
  })

  it('refuses a browser that signed in before and comes for the first time', async () => {
    const backend = await aBackend()
    backend.advance(1_000)
    await endSessions(backend, 'manager')
    const { status, body } = await backend.ask('/v1/session', { as: 'manager' })
    expect([status, body.code]).toEqual([401, 'session_revoked'])
    expect((await backend.ask('/v1/users', { as: 'agent' })).body.code).toBe('missing_permission')
  })

  it('is in audit and change log, and leaves the user’s version and the list as they are', async () => {
    const backend = await aBackend()
    const { revision } = (await backend.ask('/v1/users')).body
    await endSessions(backend, 'agent', { headers: key('mine') })
    const { audit, changes, user } = await traces(backend, 'agent')
    expect(audit).toMatchObject([{ action: 'end_sessions', intent: 'mine', actor: { id: 'boss' } }])
    expect(changes.changes).toMatchObject([{ resource: 'sessions', ids: ['agent'], intent: 'mine' }])
    expect(user?.version).toBe('0')
    expect((await backend.ask('/v1/users')).body.revision).toBe(revision)
  })

  it('of oneself ends all others', async () => {
    const backend = await aBackend()
    const { store, company, signIn } = backend
    await backend.ask('/v1/session')
    const other = await store.admit(company, { ...signIn('boss'), id: 'another browser' })
    expect(other?.session.endedAt).toBeNull()
    expect((await endSessions(backend, 'boss')).body).toEqual({ ended: 1 })
    expect((await backend.ask('/v1/session')).status).toBe(200)
    const after = await store.admit(company, { ...signIn('boss'), id: 'another browser' })
    expect(after?.session).toMatchObject({ id: other?.session.id, endReason: 'revoked' })
  })

  it('counts none where none is open', async () => {
    expect((await endSessions(await aBackend(), 'agent')).body).toEqual({ ended: 0 })
  })

  it('refuses a manager the sessions of a user above', async () => {
    const backend = await aBackend()
    expect((await endSessions(backend, 'boss', { as: 'manager' })).body.code).toBe('role_exceeds_yours')
    expect((await backend.ask('/v1/session')).status).toBe(200)
  })
})
