import { describe, expect, it } from 'vitest'
import { aBackend } from '../a-backend.ts'
import { type Backend, endSessions, give, teams } from './requests.ts'

describe('a user of another company', () => {
  it.each([
    [
      'role',
      (backend: Backend) =>
        backend.change(
          'PUT',
          '/v1/users/other/role',
          { roleId: 'agent' },
          { headers: { 'If-Match': '"0"' } },
        ),
    ],
    ['teams', (backend: Backend) => teams(backend, 'other', ['night'])],
    ['sessions', (backend: Backend) => endSessions(backend, 'other')],
    ['activity', (backend: Backend) => backend.ask('/v1/users/other/activity')],
  ])('is unknown: %s', async (_name, act) => {
    const { status, body } = await act(await aBackend())
    expect([status, body.code]).toEqual([404, 'not_found'])
  })
})

describe('a user’s activity', () => {
  it('is what was done to them, newest first, in the names of today', async () => {
    const backend = await aBackend()
    await teams(backend, 'agent', ['night'], [], { as: 'manager' })
    await give(backend, 'agent', 'manager')
    await endSessions(backend, 'agent')
    const { body } = await backend.ask('/v1/users/agent/activity')
    const byBoss = { kind: 'user', id: 'boss', name: 'boss' }
    expect(body.entries).toEqual([
      { id: expect.any(String), at: '2026-11-24T09:00:00.000Z', action: 'end_sessions', actor: byBoss },
      {
        id: expect.any(String),
        at: '2026-11-24T09:00:00.000Z',
        action: 'set_role',
        actor: byBoss,
        before: { role: { id: 'agent', name: 'Agent' } },
        after: { role: { id: 'manager', name: 'Manager' } },
      },
      {
        id: expect.any(String),
        at: '2026-11-24T09:00:00.000Z',
        action: 'change_teams',
        actor: { kind: 'user', id: 'manager', name: 'manager' },
        before: { teams: [] },
        after: { teams: [{ id: 'night', name: 'Night shift' }] },
      },
    ])
    expect((await backend.ask('/v1/users/agent/activity?limit=1')).body.entries).toHaveLength(1)
    expect((await backend.ask('/v1/users/boss/activity')).body).toEqual({ entries: [] })
  })

  it.each(['limit=0', 'limit=201', 'limit=x', 'offset=1'])('takes no %s', async (query) => {
    const { body } = await (await aBackend()).ask(`/v1/users/agent/activity?${query}`)
    expect(body.code).toBe('invalid_query')
  })
})
