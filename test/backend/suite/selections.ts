import { describe, expect, it } from 'vitest'
import { createPace } from '../../../backend/core/selections/pace.ts'
import type { OpenStore } from '../store-suite.ts'
import { aHost } from './a-host.ts'

const minute = 60_000
/** A duration, but for the moments that have passed since. */
const about = (ms: number) => expect.closeTo(ms, -4)

const people = [
  { id: 'boss', roleId: 'admin' },
  { id: 'deputy', roleId: 'admin' },
  { id: 'manager', roleId: 'manager', teamIds: ['night'] },
  { id: 'ada', teamIds: ['night', 'chat'] },
  { id: 'ben', teamIds: ['chat'] },
  { id: 'cy' },
]
const all = { query: {}, except: [] }
const remove = { kind: 'delete' } as const
const undo = { kind: 'undo' } as const

/** Selections, through the HTTP API: frozen, run in steps, stopped, undone. */
export function selectionSuite(current: () => OpenStore) {
  const host = () => aHost(current(), people)

  describe('a selection', () => {
    it('freezes who matches, in the order of the list, and skips the viewer', async () => {
      const { create, rows } = await host()
      const { status, body } = await create({ query: { sort: '-name' }, except: ['cy'] }, remove)
      expect(status).toBe(201)
      expect(body).toMatchObject({
        resource: 'users',
        action: remove,
        state: 'ready',
        total: 5,
        allowed: 4,
        skipped: [{ reason: 'self', count: 1 }],
        position: 0,
        madeBy: { id: 'boss', name: 'boss' },
        remainingMs: about(15 * minute),
      })
      const listed = await rows(body.id)
      expect(listed.total).toBe(5)
      expect(listed.rows.map(({ id, outcome }) => [id, outcome])).toEqual([
        ['manager', 'allowed'],
        ['deputy', 'allowed'],
        ['ben', 'allowed'],
        ['ada', 'allowed'],
        ['boss', 'skipped'],
      ])
      expect((await rows(body.id, '?outcome=skipped')).rows).toMatchObject([{ id: 'boss', reason: 'self' }])
      expect((await rows(body.id, '?outcome=allowed&offset=1&limit=2')).rows.map(({ id }) => id)).toEqual([
        'deputy',
        'ben',
      ])
    })

    it('freezes ids in their order, each once, without those who left', async () => {
      const { create, rows } = await host()
      const { body } = await create({ ids: ['cy', 'ada', 'gone', 'cy'] }, remove)
      expect((await rows(body.id)).rows.map(({ id }) => id)).toEqual(['cy', 'ada'])
    })

    it('skips whom the viewer may not change, with the reason, and the last Admin', async () => {
      const { create } = await host()
      const byManager = await create(all, remove, { as: 'manager' })
      expect(byManager.body.skipped).toMatchObject([
        { reason: 'role_exceeds_yours', params: { role: 'Admin' }, count: 2 },
        { reason: 'self', count: 1 },
      ])
      const { body } = await create(
        { ids: ['deputy', 'boss', 'ada'] },
        { kind: 'changeRole', roleId: 'agent' },
      )
      expect(body).toMatchObject({ allowed: 2, skipped: [{ reason: 'self', count: 1 }] })
    })

    it('is refused where it is empty, too large, or names what does not exist', async () => {
      const { create } = await aHost(current(), people, { mostSelected: 3 })
      const codeOf = async (...asked: Parameters<typeof create>) => {
        const { status, body } = await create(...asked)
        return [status, body.code]
      }
      expect(await codeOf({ ids: [] }, remove)).toEqual([422, 'selection_empty'])
      expect(await codeOf({ ids: ['gone'] }, remove)).toEqual([422, 'selection_empty'])
      expect(await codeOf({ query: { search: 'nobody' }, except: [] }, remove)).toEqual([
        422,
        'selection_empty',
      ])
      expect(await codeOf(all, remove)).toEqual([422, 'selection_too_large'])
      expect((await create(all, remove)).body.params).toEqual({ most: '3' })
      expect(await codeOf({ ids: ['cy'] }, { kind: 'changeRole', roleId: 'x' })).toEqual([
        422,
        'role_not_found',
      ])
      expect(await codeOf({ ids: ['cy'] }, { kind: 'changeTeams', add: ['x'], remove: [] })).toEqual([
        422,
        'team_not_found',
      ])
      expect(
        await codeOf({ ids: ['cy'] }, { kind: 'changeRole', roleId: 'admin' }, { as: 'manager' }),
      ).toEqual([409, 'role_exceeds_yours'])
      expect(await codeOf({ ids: ['cy'] }, undo)).toEqual([400, 'invalid_body'])
      expect(await codeOf({ undoOf: 'unknown' }, undo)).toEqual([410, 'undo_expired'])
      expect(await codeOf({ failedOf: 'unknown' }, remove)).toEqual([410, 'selection_expired'])
      expect(await codeOf({ ids: ['cy'] }, remove, { as: 'ada' })).toEqual([403, 'missing_permission'])
    })

    it('takes a list of 5,000 ids, which is longer than other bodies, and no more', async () => {
      const { create } = await host()
      const ids = Array.from({ length: 5_000 }, (_, index) => `user-${index}`.padEnd(36, '-'))
      expect((await create({ ids: [...ids.slice(1), 'ada'] }, remove)).body).toMatchObject({ total: 1 })
      expect(await create({ ids: [...ids, 'ada'] }, remove)).toMatchObject({ status: 400 })
    })

    it('is not frozen where a company already keeps the rows of twenty of the largest', async () => {
      const { create, chunk } = await aHost(current(), people, { mostSelected: 3 })
      const three = { ids: ['ada', 'ben', 'cy'] }
      const begun = await create({ ids: ['cy'] }, { kind: 'changeTeams', add: ['night'], remove: [] })
      await chunk(begun.body.id, 0)
      for (let index = 0; index < 19; index++) expect((await create(three, remove)).status).toBe(201)
      expect(await create(three, remove)).toMatchObject({
        status: 429,
        body: { code: 'rate_limited', retryAfter: 900 },
      })
      await current().advance(15 * minute)
      expect((await create(three, remove)).status).toBe(201)
    })

    it('is made once for its intent, also at the same time, and not for another', async () => {
      const { create } = await host()
      const made = await Promise.all([1, 2, 3].map(() => create(all, remove, { key: 'once' })))
      expect(new Set(made.map(({ body }) => body.id)).size).toBe(1)
      expect((await create({ ids: ['ada'] }, remove, { key: 'once' })).body.code).toBe('idempotency_mismatch')
      expect((await create(all, remove, { key: 'once', as: 'deputy' })).body.code).toBe(
        'idempotency_mismatch',
      )
    })

    it('says which teams are left empty, and what the product says', async () => {
      const content = {
        impact: async (_: string, ids: string[]) => [{ kind: 'open_conversations', count: ids.length }],
      }
      const { create } = await aHost(current(), people, { content })
      const { body } = await create({ ids: ['ada', 'manager'] }, remove)
      expect(body.impact).toEqual([
        { kind: 'teams_left_empty', count: 1, params: { team: 'Night shift', teamId: 'night' } },
        { kind: 'open_conversations', count: 2 },
      ])
      expect((await create({ ids: ['ada'] }, { kind: 'changeRole', roleId: 'manager' })).body.impact).toEqual(
        [],
      )
    })
  })

  it('of another company is as unknown as any', async () => {
    const [own, other] = [await host(), await host()]
    const { selection } = await own.run({ ids: ['ada'] }, remove)
    for (const [method, path, asked] of [
      ['GET', '', {}],
      ['GET', '/rows', {}],
      ['POST', '/stop', {}],
      ['POST', '/chunks', { key: `${selection.id}.0`, body: { from: 0 } }],
    ] as const)
      expect(await other.ask(method, `/selections/${selection.id}${path}`, asked)).toMatchObject({
        status: 404,
        body: { code: 'not_found' },
      })
    expect((await other.create({ undoOf: selection.id }, undo)).body.code).toBe('undo_expired')
    expect((await other.create({ failedOf: selection.id }, remove)).body.code).toBe('selection_expired')
    expect((await other.ask<{ selections: object[] }>('GET', '/selections')).body.selections).toEqual([])
  })

  describe('a step', () => {
    it('deletes, and touches nobody who joined the list after the freeze', async () => {
      const { create, chunk, ask, members, company, store } = await host()
      const { body: selection } = await create({ query: { roleIds: ['agent'] }, except: [] }, remove)
      await ask('PUT', '/users/manager/role', { body: { roleId: 'agent' }, version: '0' })
      const { revision } = await store.changes(company)
      const { body } = await chunk(selection.id, 0)
      expect(body.selection).toMatchObject({
        state: 'done',
        position: 3,
        done: 3,
        failed: 0,
        remainingMs: 0,
        undo: { id: selection.id, remainingMs: about(10 * minute) },
      })
      expect(await members()).toEqual(['boss', 'deputy', 'manager'])
      const { changes } = await store.changes(company, revision)
      expect(changes).toMatchObject([{ ids: ['ada', 'ben', 'cy'], intent: selection.id }])
    })

    it('judges each row again: one whose role changed is left, one with a new team is not', async () => {
      const { create, chunk, ask, members, rows } = await host()
      const { body: selection } = await create({ ids: ['ada', 'ben', 'cy'] }, remove)
      await ask('PUT', '/users/ada/role', { body: { roleId: 'manager' }, version: '0' })
      await ask('PATCH', '/users/ben/teams', { body: { add: ['night'], remove: [] } })
      await ask('DELETE', '/users/cy')
      const { body } = await chunk(selection.id, 0)
      expect(body.failed).toEqual([
        {
          id: 'ada',
          name: 'ada',
          code: 'changed_since',
          reason: 'changed_since',
          params: { role: 'Manager', roleId: 'manager' },
        },
      ])
      expect(body.selection).toMatchObject({ done: 2, failed: 1, position: 3 })
      expect(await members()).toEqual(['ada', 'boss', 'deputy', 'manager'])
      expect((await rows(selection.id, '?outcome=done')).rows).toMatchObject([
        { id: 'ben' },
        { id: 'cy', reason: 'already' },
      ])
      expect((await create({ failedOf: selection.id }, remove)).body.code).toBe('selection_empty')
      expect((await create({ ids: ['ada'] }, remove)).body.total).toBe(1)
    })

    it('changes roles and teams, and says what was so already', async () => {
      const { run, user, rows } = await host()
      const roles = await run({ ids: ['ada', 'manager'] }, { kind: 'changeRole', roleId: 'manager' })
      expect(roles.selection).toMatchObject({ done: 2, failed: 0 })
      expect((await rows(roles.selection.id)).rows).toMatchObject([{ id: 'ada' }, { reason: 'already' }])
      expect((await user('ada'))?.roleId).toBe('manager')
      const teams = await run(
        { ids: ['ada', 'manager', 'cy'] },
        { kind: 'changeTeams', add: ['leads'], remove: ['chat'] },
      )
      expect(teams.failed).toMatchObject([{ id: 'cy', code: 'via_role', params: { team: 'Chat' } }])
      expect((await user('ada'))?.teamIds.toSorted()).toEqual(['leads', 'night'])
    })

    it('returns what it did to a repeat, and does nothing twice', async () => {
      const { create, chunk, store, company } = await host()
      const { body: selection } = await create({ ids: ['ada', 'ben'] }, remove)
      const steps = await Promise.all([chunk(selection.id, 0), chunk(selection.id, 0)])
      const { revision } = await store.changes(company)
      for (const { status, body } of [...steps, await chunk(selection.id, 0)])
        expect([status, body]).toMatchObject([200, { selection: { done: 2, position: 2 }, failed: [] }])
      expect((await store.changes(company)).revision).toBe(revision)
      expect((await store.audit(company, 'ada', 10)).entries).toMatchObject([
        { action: 'delete_user', intent: selection.id },
      ])
    })

    it('ahead of the position is refused, and so is one of a run that has ended', async () => {
      const { create, chunk, ask } = await host()
      const { body: selection } = await create({ ids: ['ada', 'ben'] }, remove)
      expect(await chunk(selection.id, 1)).toMatchObject({
        status: 409,
        body: { code: 'selection_position', params: { position: '0' } },
      })
      expect((await chunk(selection.id, 0, { key: 'another' })).body.code).toBe('idempotency_mismatch')
      const stopped = await ask('POST', `/selections/${selection.id}/stop`)
      expect(stopped.body).toMatchObject({ state: 'stopped', done: 0, remainingMs: 0 })
      expect((await chunk(selection.id, 0)).body.code).toBe('selection_ended')
      expect((await ask('POST', `/selections/${selection.id}/stop`)).status).toBe(200)
    })

    it('is for the maker alone, also to stop', async () => {
      const { create, chunk, ask } = await host()
      const { body: selection } = await create({ ids: ['ada'] }, remove)
      const other = { as: 'deputy' }
      expect((await chunk(selection.id, 0, other)).body).toMatchObject({
        code: 'not_maker',
        params: { name: 'boss' },
      })
      expect((await ask('POST', `/selections/${selection.id}/stop`, other)).body).toMatchObject({
        code: 'not_maker',
      })
      await chunk(selection.id, 0)
      expect((await chunk(selection.id, 0, other)).body.code).toBe('not_maker')
    })

    it('of a viewer who lost the permission, or was deleted, leaves the position', async () => {
      const { create, chunk, ask, members } = await host()
      const { body: selection } = await create({ ids: ['ada', 'ben'] }, remove, { as: 'manager' })
      await ask('PUT', '/users/manager/role', { body: { roleId: 'agent' }, version: '0' })
      expect(await chunk(selection.id, 0, { as: 'manager' })).toMatchObject({ status: 403 })
      await ask('DELETE', '/users/manager')
      expect(await chunk(selection.id, 0, { as: 'manager' })).toMatchObject({
        status: 401,
        body: { code: 'session_revoked' },
      })
      expect((await ask('GET', `/selections/${selection.id}`)).body).toMatchObject({
        position: 0,
        state: 'ready',
      })
      expect(await members()).toContain('ada')
    })

    it('is one of several: the rest is done from where the last one ended', async () => {
      const many = Array.from({ length: 250 }, (_, index) => ({ id: `u-${String(index).padStart(3, '0')}` }))
      const { run, members } = await aHost(current(), [...people, ...many])
      const { selection } = await run({ query: { search: 'u-' }, except: [] }, remove)
      expect(selection).toMatchObject({ state: 'done', total: 250, done: 250 })
      expect(await members()).toHaveLength(people.length)
    })
  })

  describe('the time of a selection', () => {
    it('is 15 minutes to begin', async () => {
      const { create, chunk, ask } = await host()
      const { body: selection } = await create({ ids: ['ada'] }, remove)
      await current().advance(15 * minute)
      for (const { status, body } of [
        await chunk(selection.id, 0),
        await ask('GET', `/selections/${selection.id}`),
      ])
        expect([status, body]).toMatchObject([410, { code: 'selection_expired' }])
    })

    it('pauses a run after 30 s, which can be continued for 24 hours', async () => {
      const many = Array.from({ length: 150 }, (_, index) => ({ id: `u-${index}` }))
      const { create, chunk, ask, members } = await aHost(current(), [...people, ...many])
      const { body: selection } = await create({ query: { search: 'u-' }, except: [] }, remove)
      const stateOf = async () =>
        (await ask<{ state: string; undo?: object }>('GET', `/selections/${selection.id}`)).body
      const { position } = (await chunk(selection.id, 0)).body.selection
      expect(position).toBeLessThan(150)
      expect(await stateOf()).toMatchObject({ state: 'running', remainingMs: about(24 * 60 * minute) })
      expect((await stateOf()).undo).toBeUndefined()
      await current().advance(31_000)
      expect(await stateOf()).toMatchObject({ state: 'paused', undo: { id: selection.id } })
      await current().advance(23 * 60 * minute)
      expect((await ask<{ selections: object[] }>('GET', '/selections')).body.selections).toMatchObject([
        { id: selection.id, state: 'paused', position },
      ])
      expect((await chunk(selection.id, position)).body.selection).toMatchObject({ state: 'done', done: 150 })
      expect(await members()).toHaveLength(people.length)
    })

    it('is over after 24 hours', async () => {
      const many = Array.from({ length: 150 }, (_, index) => ({ id: `u-${index}` }))
      const { create, chunk } = await aHost(current(), [...people, ...many])
      const { body: selection } = await create({ query: { search: 'u-' }, except: [] }, remove)
      const { position } = (await chunk(selection.id, 0)).body.selection
      await current().advance(24 * 60 * minute)
      expect((await chunk(selection.id, position)).body.code).toBe('selection_expired')
      expect((await create({ undoOf: selection.id }, undo)).body.code).toBe('undo_expired')
    })
  })

  describe('undo', () => {
    it('restores a whole run: the same users, with role, teams and last activity', async () => {
      const lastActiveAt = new Date('2026-02-03T04:05:06.000Z')
      const { run, user, members, ask, store, company } = await aHost(current(), [
        ...people,
        { id: 'dana', teamIds: ['leads'], lastActiveAt },
      ])
      const before = await Promise.all(['ada', 'dana'].map(user))
      const { selection } = await run({ ids: ['ada', 'dana'] }, remove)
      const undone = await run({ undoOf: selection.id }, undo, { as: 'deputy' })
      expect(undone.selection).toMatchObject({ state: 'done', done: 2, partial: 0, undoOf: selection.id })
      const after = await Promise.all(['ada', 'dana'].map(user))
      const comparable = (users: typeof after) =>
        users.map((one) => ({ ...one, version: '', teamIds: one?.teamIds.toSorted() }))
      expect(comparable(after)).toEqual(comparable(before))
      expect(await members()).toHaveLength(people.length + 1)
      const byActivity = {
        terms: [],
        roleIds: [],
        teamIds: [],
        sort: 'lastActive' as const,
        descending: true,
      }
      const listed = await store.users(company, { ...byActivity, limit: 200, from: { offset: 0 } })
      expect(listed.users.map(({ id }) => id)).toContain('dana')
      expect(listed.users).toHaveLength(people.length + 1)
      expect((await ask('GET', `/selections/${selection.id}`)).body).toMatchObject({
        state: 'undone',
        undone: { by: { id: 'deputy', name: 'deputy' } },
      })
      expect((await ask<object>('GET', `/selections/${selection.id}`)).body).not.toHaveProperty('undo')
    })

    it('restores one user who was deleted alone, under the intent of the deletion', async () => {
      const { ask, run, members, create } = await host()
      const deleted = await ask<{ undo: { id: string } }>('DELETE', '/users/ada', { key: 'deletion' })
      expect(deleted).toEqual({
        status: 200,
        body: { undo: { id: 'deletion', remainingMs: about(10 * minute) } },
      })
      expect(await ask('DELETE', '/users/ada', { key: 'deletion' })).toMatchObject({
        body: { undo: { id: 'deletion' } },
      })
      expect((await ask('DELETE', '/users/ada')).status).toBe(404)
      await run({ undoOf: 'deletion' }, undo)
      expect(await members()).toContain('ada')
      expect((await create({ undoOf: 'deletion' }, undo)).body.code).toBe('undo_expired')
    })

    it('brings no session back', async () => {
      const { ask, run } = await host()
      expect((await ask('GET', '/session', { as: 'manager' })).status).toBe(200)
      await ask('DELETE', '/users/manager', { key: 'deletion' })
      const signedOut = { status: 401, body: { code: 'session_revoked' } }
      expect(await ask('GET', '/session', { as: 'manager' })).toMatchObject(signedOut)
      await run({ undoOf: 'deletion' }, undo)
      expect(await ask('GET', '/session', { as: 'manager' })).toMatchObject(signedOut)
    })

    it('takes back roles and teams, but for what was changed since', async () => {
      const { run, ask, user } = await host()
      const roles = await run({ ids: ['ada', 'ben', 'cy'] }, { kind: 'changeRole', roleId: 'manager' })
      const version = (await user('ben'))?.version
      await ask('PUT', '/users/ben/role', { body: { roleId: 'admin' }, version })
      await ask('PUT', '/users/cy/role', { body: { roleId: 'agent' }, version })
      const undone = await run({ undoOf: roles.selection.id }, undo)
      expect(undone.failed).toMatchObject([{ id: 'ben', code: 'changed_since', params: { role: 'Admin' } }])
      expect(undone.selection).toMatchObject({ done: 2 })
      expect((await user('ada'))?.roleId).toBe('agent')

      const teams = await run(
        { ids: ['ada', 'cy'] },
        { kind: 'changeTeams', add: ['leads'], remove: ['night'] },
      )
      await ask('PATCH', '/users/ada/teams', { body: { add: [], remove: ['leads', 'chat'] } })
      await run({ undoOf: teams.selection.id }, undo)
      expect((await user('ada'))?.teamIds).toEqual(['night'])
      expect((await user('cy'))?.teamIds).toEqual([])
    })

    it('is a grant: nobody gives back more than they may give', async () => {
      const { run, members } = await host()
      const { selection } = await run({ ids: ['deputy', 'ada'] }, remove)
      const undone = await run({ undoOf: selection.id }, undo, { as: 'manager' })
      expect(undone.failed).toMatchObject([{ id: 'deputy', code: 'role_exceeds_yours' }])
      expect(await members()).toEqual(['ada', 'ben', 'boss', 'cy', 'manager'])
      const rest = await run({ undoOf: selection.id }, undo)
      expect(rest.selection).toMatchObject({ total: 1, done: 1 })
      expect(await members()).toContain('deputy')
    })

    it('of a paused run ends it', async () => {
      const many = Array.from({ length: 150 }, (_, index) => ({ id: `u-${index}` }))
      const { create, chunk, run, members } = await aHost(current(), [...people, ...many])
      const { body: selection } = await create({ query: { search: 'u-' }, except: [] }, remove)
      const { position } = (await chunk(selection.id, 0)).body.selection
      expect((await create({ undoOf: selection.id }, undo)).body.code).toBe('undo_expired')
      await current().advance(31_000)
      await run({ undoOf: selection.id }, undo, { as: 'deputy' })
      expect((await chunk(selection.id, position)).body.code).toBe('selection_ended')
      expect(await members()).toHaveLength(people.length + many.length)
    })

    it('is over after ten minutes, and what has begun goes on', async () => {
      const { run, create, chunk } = await host()
      const { selection } = await run({ ids: ['ada', 'ben'] }, remove)
      await current().advance(10 * minute - 1_000)
      const { body: late } = await create({ undoOf: selection.id }, undo)
      await current().advance(2_000)
      expect((await create({ undoOf: selection.id }, undo)).body.code).toBe('undo_expired')
      expect((await chunk(late.id, 0)).body.selection).toMatchObject({ done: 2 })
    })

    it('pressed twice restores once', async () => {
      const { run, create, chunk, members } = await host()
      const { selection } = await run({ ids: ['ada', 'ben'] }, remove)
      const both = await Promise.all([1, 2].map(() => create({ undoOf: selection.id }, undo)))
      const done = await Promise.all(both.map(({ body }) => chunk(body.id, 0)))
      for (const { body } of done) expect(body.selection).toMatchObject({ done: 2, failed: 0 })
      expect((await members()).filter((id) => id === 'ada')).toHaveLength(1)
    })
  })

  it('the pace of steps follows what they take', () => {
    const pace = createPace()
    expect(pace.rows).toBe(100)
    pace.took(100, 50)
    expect(pace.rows).toBe(200)
    pace.took(200, 1)
    pace.took(400, 1)
    expect(pace.rows).toBe(500)
    pace.took(500, 1_000)
    expect(pace.rows).toBe(75)
    pace.took(3, 100)
    expect(pace.rows).toBe(75)
  })
}
