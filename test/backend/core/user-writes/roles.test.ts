import { describe, expect, it } from 'vitest'
import type { UserChange } from '../../../../backend/core/ports/write.ts'
import { aBackend } from '../a-backend.ts'
import { type Backend, before, endSessions, give, key, otherwise, teams, traces } from './requests.ts'

describe('giving a role', () => {
  it('returns the user with the new role, its version and the company’s revision', async () => {
    const backend = await aBackend()
    const { status, body, headers } = await give(backend, 'agent', 'manager')
    expect(status).toBe(200)
    expect(body).toMatchObject({
      id: 'agent',
      role: { id: 'manager', name: 'Manager' },
      teams: [{ id: 'leads', direct: false, viaRole: true }],
      version: '1',
      actions: { changeRole: { allowed: true } },
    })
    expect([headers.get('etag'), headers.get('roster-revision')]).toEqual(['"1"', '1'])
    expect((await backend.ask('/v1/users/agent')).body).toEqual(body)
  })

  it('writes one line in the audit log and one in the change log', async () => {
    const backend = await aBackend()
    await give(backend, 'agent', 'manager', { headers: { ...key('mine'), 'X-Request-Id': 'r-9' } })
    const { audit, changes } = await traces(backend, 'agent')
    expect(audit).toMatchObject([
      {
        action: 'set_role',
        intent: 'mine',
        requestId: 'r-9',
        actor: { kind: 'user', id: 'boss' },
        before: { roleId: 'agent' },
        after: { roleId: 'manager' },
      },
    ])
    expect(changes.changes).toMatchObject([{ resource: 'users', ids: ['agent'], intent: 'mine' }])
  })

  it('writes nothing where the user has it already', async () => {
    const backend = await aBackend()
    const { status, headers } = await give(backend, 'agent', 'agent')
    expect([status, headers.get('etag'), headers.get('roster-revision')]).toEqual([200, '"0"', '0'])
    expect((await traces(backend, 'agent')).audit).toEqual([])
  })

  it('returns the latest user for an older version', async () => {
    const backend = await aBackend()
    await teams(backend, 'agent', ['night'])
    const { status, body } = await give(backend, 'agent', 'manager', { headers: { 'If-Match': '"0"' } })
    expect([status, body.code]).toEqual([412, 'version_mismatch'])
    expect(body.current).toEqual((await backend.ask('/v1/users/agent')).body)
    expect((await backend.ask('/v1/users/agent')).body.role.id).toBe('agent')
  })

  it.each(['', '0', '*', 'W/"0"', '"0", "1"', '"', '""', `"${'0'.repeat(129)}"`])(
    'asks for a version instead of %j',
    async (version) => {
      const { status, body } = await give(await aBackend(), 'agent', 'manager', {
        headers: { 'If-Match': version },
      })
      expect([status, body.code, body.fields[0].pointer]).toEqual([
        428,
        'version_required',
        '/headers/if-match',
      ])
    },
  )

  it('leaves the last admin one', async () => {
    const backend = await aBackend()
    const { status, body } = await give(backend, 'boss', 'agent')
    expect([status, body.code, body.reason, body.params]).toEqual([
      409,
      'last_admin',
      'last_admin',
      { role: 'Admin' },
    ])
    expect((await traces(backend, 'boss')).audit).toEqual([])
  })

  it('lets one of two admins step down, and returns what they may still do', async () => {
    const backend = await aBackend({ secondAdmin: true })
    const { status, body } = await give(backend, 'boss', 'agent')
    expect(status).toBe(200)
    expect(body).toMatchObject({
      role: { id: 'agent' },
      actions: { changeRole: { allowed: false, reason: 'missing_permission' } },
    })
    expect((await backend.ask('/v1/users')).body.code).toBe('missing_permission')
  })

  it.each([
    ['a role above the own', 'agent', 'admin'],
    ['any role to a user above', 'boss', 'agent'],
    ['a role above the own to oneself', 'manager', 'admin'],
  ])('refuses a manager %s', async (_name, id, roleId) => {
    const backend = await aBackend({ secondAdmin: true })
    const { status, body } = await give(backend, id, roleId, { as: 'manager' })
    expect([status, body.code, body.params.role]).toEqual([409, 'role_exceeds_yours', 'Admin'])
    expect((await traces(backend, id)).audit).toEqual([])
  })

  it('knows no role of another company', async () => {
    const backend = await aBackend()
    const { status, body } = await give(backend, 'agent', 'their-role')
    expect([status, body.code, body.params]).toEqual([422, 'role_not_found', { roleId: 'their-role' }])
  })

  it.each([
    '{"roleId":"manager","id":"boss"}',
    '{}',
    '[]',
    'null',
    '{"roleId":""}',
    '{"roleId":"a b"}',
    '{"roleId":["manager"]}',
    '{"roleId":"admin,manager"}',
  ])('K8: takes no other body: %s', async (body) => {
    const { ask } = await aBackend()
    const headers = { 'Content-Type': 'application/json', 'If-Match': '"0"', ...key('i') }
    const answer = await ask('/v1/users/agent/role', { method: 'PUT', body, headers })
    expect([answer.status, answer.body.code]).toEqual([400, 'invalid_body'])
  })
})

describe('K9: what the request saw is judged again in the lock', () => {
  const backendWhere = async (...changes: UserChange[]) => {
    const box: { company?: string } = {}
    const backend = await aBackend({
      secondAdmin: true,
      store: before((store) => otherwise(box.company ?? '', ...changes)(store)),
    })
    box.company = backend.company
    return backend
  }

  it.each([
    [
      'an actor who was demoted',
      { kind: 'set_role', userId: 'boss', roleId: 'agent' },
      403,
      'missing_permission',
    ],
    [
      'an actor who may less',
      { kind: 'set_role', userId: 'boss', roleId: 'manager' },
      409,
      'role_exceeds_yours',
    ],
    ['an actor who was deleted', { kind: 'delete_user', userId: 'boss' }, 401, 'session_revoked'],
    [
      'an actor whose sessions were ended',
      { kind: 'end_sessions', userId: 'boss', reason: 'revoked' },
      401,
      'session_revoked',
    ],
    ['a user who was deleted', { kind: 'delete_user', userId: 'deputy' }, 404, 'not_found'],
  ] as const)('%s', async (_name, first, status, code) => {
    const acts = [
      (backend: Backend) => teams(backend, 'deputy', ['night']),
      (backend: Backend) => endSessions(backend, 'deputy'),
      (backend: Backend) => give(backend, 'deputy', 'agent'),
    ]
    for (const act of acts) {
      const answer = await act(await backendWhere(first))
      expect([answer.status, answer.body.code]).toEqual([status, code])
    }
  })

  it('an actor who was demoted is shown neither the user nor what the company has', async () => {
    const demoted = { kind: 'set_role', userId: 'boss', roleId: 'agent' } as const
    const acts = [
      (backend: Backend) => give(backend, 'deputy', 'agent', { headers: { 'If-Match': '"another"' } }),
      (backend: Backend) => give(backend, 'deputy', 'unknown'),
      (backend: Backend) => teams(backend, 'deputy', ['unknown']),
    ]
    for (const act of acts) {
      const { status, body } = await act(await backendWhere(demoted))
      expect([status, body.code, body.current]).toEqual([403, 'missing_permission', undefined])
    }
  })

  it('an admin who became the last one', async () => {
    const backend = await backendWhere({ kind: 'set_role', userId: 'deputy', roleId: 'agent' })
    const { status, body } = await give(backend, 'boss', 'manager')
    expect([status, body.code]).toEqual([409, 'last_admin'])
  })
})
