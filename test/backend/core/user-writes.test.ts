import { describe, expect, it } from 'vitest'
import type { Store } from '../../../backend/core/ports/store.ts'
import type { UserChange } from '../../../backend/core/ports/write.ts'
import { type Asked, aBackend } from './a-backend.ts'

type Backend = Awaited<ReturnType<typeof aBackend>>

/** Gives a role with the version that is current, or with another. */
async function give({ ask, change }: Backend, id: string, roleId: string, asked: Asked = {}) {
  const { version } = (await ask(`/v1/users/${id}`)).body
  return change(
    'PUT',
    `/v1/users/${id}/role`,
    { roleId },
    {
      ...asked,
      headers: { 'If-Match': `"${version}"`, ...asked.headers },
    },
  )
}

const teams = ({ change }: Backend, id: string, add: string[], remove: string[] = [], asked: Asked = {}) =>
  change('PATCH', `/v1/users/${id}/teams`, { add, remove }, asked)

const endSessions = ({ change }: Backend, id: string, asked: Asked = {}) =>
  change('POST', `/v1/users/${id}/end-sessions`, undefined, asked)

const key = (intent: string) => ({ 'Idempotency-Key': intent })

/** Everything that a write leaves. */
const traces = async ({ store, company }: Backend, id: string) => ({
  user: await store.user(company, id),
  changes: await store.changes(company, 0),
  audit: (await store.audit(company, id, 100)).entries,
})

/** A store in whose lock something else happens first: what the request saw is old. */
const before =
  (first: (store: Store) => Promise<unknown>) =>
  (store: Store): Store => ({
    ...store,
    async write(...asked) {
      await first(store)
      return store.write(...asked)
    },
  })

const meanwhile =
  (company: string, ...changes: UserChange[]) =>
  (store: Store) =>
    store.write(
      company,
      { id: crypto.randomUUID(), fingerprint: '', actor: { kind: 'system', id: 'test' }, requestId: 'r' },
      { userIds: changes.map(({ userId }) => userId), decide: () => ({ changes, audit: [], answer: null }) },
    )

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
      store: before((store) => meanwhile(box.company ?? '', ...changes)(store)),
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

describe('changing teams', () => {
  it('adds and removes, and distinguishes direct membership from one via a role', async () => {
    const backend = await aBackend()
    const { status, body, headers } = await teams(backend, 'agent', ['night', 'chat'])
    expect(status).toBe(200)
    expect(body.teams).toEqual([
      { id: 'chat', name: 'Chat', direct: true, viaRole: true },
      { id: 'night', name: 'Night shift', direct: true, viaRole: false },
    ])
    expect([headers.get('etag'), headers.get('roster-revision')]).toEqual(['"1"', '1'])
    expect((await teams(backend, 'agent', ['leads'], ['night', 'chat'])).body.teams).toEqual([
      { id: 'chat', name: 'Chat', direct: false, viaRole: true },
      { id: 'leads', name: 'Leads', direct: true, viaRole: false },
    ])
    expect((await traces(backend, 'agent')).audit.map(({ before, after }) => [before, after])).toEqual([
      [{ teamIds: ['chat', 'night'] }, { teamIds: ['leads'] }],
      [{ teamIds: [] }, { teamIds: ['chat', 'night'] }],
    ])
  })

  it('needs no version: changes by others are kept', async () => {
    const backend = await aBackend()
    await Promise.all([teams(backend, 'agent', ['night']), teams(backend, 'agent', ['leads'])])
    expect((await backend.store.user(backend.company, 'agent'))?.teamIds.toSorted()).toEqual([
      'leads',
      'night',
    ])
  })

  it.each([
    ['adding one that they are in', ['night'], []],
    ['removing one that they are not in', [], ['leads']],
    ['one to join and to leave', ['leads', 'leads'], ['leads']],
    ['nothing at all', [], []],
  ])('writes nothing for %s', async (_name, add, remove) => {
    const backend = await aBackend()
    await teams(backend, 'agent', ['night'])
    const { status, headers } = await teams(backend, 'agent', add, remove)
    expect([status, headers.get('roster-revision')]).toEqual([200, '1'])
    expect((await traces(backend, 'agent')).audit).toHaveLength(1)
  })

  it('explains a team that comes with the role, and does nothing of the rest', async () => {
    const backend = await aBackend()
    const { status, body } = await teams(backend, 'agent', ['night'], ['chat'])
    expect([status, body.code, body.reason, body.params]).toEqual([
      409,
      'via_role',
      'via_role',
      { team: 'Chat', teamId: 'chat', role: 'Agent' },
    ])
    expect((await backend.store.user(backend.company, 'agent'))?.teamIds).toEqual([])
  })

  it.each([
    [['theirs'], []],
    [['night'], ['theirs']],
  ])('knows no team that the company does not have: %j, %j', async (add, remove) => {
    const backend = await aBackend()
    const { status, body } = await teams(backend, 'agent', add, remove)
    expect([status, body.code, body.params]).toEqual([422, 'team_not_found', { teamId: 'theirs' }])
    expect((await backend.store.user(backend.company, 'agent'))?.teamIds).toEqual([])
  })

  it('refuses a manager the teams of a user above', async () => {
    const backend = await aBackend()
    expect((await teams(backend, 'boss', ['night'], [], { as: 'manager' })).body.code).toBe(
      'role_exceeds_yours',
    )
  })
})

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

  it('repeated by someone who has lost the permission shows no other user', async () => {
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
