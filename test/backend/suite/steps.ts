import { describe, expect, it } from 'vitest'
import { createPace } from '../../../backend/core/selections/pace.ts'
import type { OpenStore } from '../store-suite.ts'
import { aHost } from './a-host.ts'
import { about, minute, people, remove, undo } from './run-people.ts'

/** Running selections in steps, through the HTTP API, and for how long that is possible. */
export function stepSuite(current: () => OpenStore) {
  const host = () => aHost(current(), people)

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

    it('is returned as it was stored, whatever else a repeat asks for', async () => {
      const { create, chunk, ask } = await host()
      const { body: selection } = await create({ ids: ['ada', 'ben'] }, remove)
      const { body: first } = await chunk(selection.id, 0)
      const repeat = await ask('POST', `/selections/${selection.id}/chunks`, {
        key: `${selection.id}.0`,
        body: { from: 0, deleteInvitations: true },
      })
      expect(repeat).toEqual({
        status: 200,
        body: { ...first, selection: { ...first.selection, undo: expect.anything() } },
      })
    })

    it('can’t be prevented by another write with its key', async () => {
      const { create, chunk, ask } = await host()
      const { body: selection } = await create({ ids: ['ada', 'ben'] }, remove)
      const other = await ask('PATCH', '/users/cy/teams', {
        as: 'manager',
        key: `${selection.id}.0`,
        body: { add: ['night'], remove: [] },
      })
      expect(other.status).toBe(200)
      expect(await chunk(selection.id, 0)).toMatchObject({ status: 200, body: { selection: { done: 2 } } })
    })

    it.each([1, 100_000, 1_000_000_000, 3_000_000_000, 1e300])('from place %d is refused', async (from) => {
      const { create, chunk } = await host()
      const { body: selection } = await create({ ids: ['ada'] }, remove)
      const { status, body } = await chunk(selection.id, from)
      expect([409, 400]).toContain(status)
      expect(['selection_position', 'invalid_body']).toContain(body.code)
    })

    it('judges the rows after the viewer’s own by the role that they have then', async () => {
      const { run, user } = await host()
      const { selection } = await run({ ids: ['manager', 'ada'] }, { kind: 'changeRole', roleId: 'admin' })
      const undone = await run({ undoOf: selection.id }, undo, { as: 'manager' })
      expect(undone.failed).toMatchObject([{ id: 'ada', code: 'role_exceeds_yours' }])
      expect(undone.selection).toMatchObject({ done: 1, failed: 1 })
      expect((await user('ada'))?.roleId).toBe('admin')
    })

    it('ends with the row that takes the permission to manage users from the viewer', async () => {
      const { run, create, chunk, user } = await host()
      const { selection } = await run({ ids: ['cy', 'ada'] }, { kind: 'changeRole', roleId: 'manager' })
      const { body: undoing } = await create({ undoOf: selection.id }, undo, { as: 'cy' })
      const { body } = await chunk(undoing.id, 0, { as: 'cy' })
      expect(body.selection).toMatchObject({ position: 1, done: 1, failed: 0, state: 'running' })
      expect(await chunk(undoing.id, 1, { as: 'cy' })).toMatchObject({
        status: 403,
        body: { code: 'missing_permission' },
      })
      expect((await user('ada'))?.roleId).toBe('manager')
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

    it('can only be continued and stopped by its maker', async () => {
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
      const { create, chunk, goOn, ask, members } = await aHost(current(), [...people, ...many])
      const { body: selection } = await create({ query: { search: 'u-' }, except: [] }, remove)
      const stateOf = async () =>
        (await ask<{ state: string; undo?: object }>('GET', `/selections/${selection.id}`)).body
      const { selection: begun } = (await chunk(selection.id, 0)).body
      const { position } = begun
      expect(position).toBeLessThan(150)
      expect(await stateOf()).toMatchObject({ state: 'running', remainingMs: about(24 * 60 * minute) })
      expect((await stateOf()).undo).toBeUndefined()
      await current().advance(31_000)
      expect(await stateOf()).toMatchObject({ state: 'paused', undo: { id: selection.id } })
      await current().advance(23 * 60 * minute)
      expect((await ask<{ selections: object[] }>('GET', '/selections')).body.selections).toMatchObject([
        { id: selection.id, state: 'paused', position },
      ])
      expect((await goOn(begun)).selection).toMatchObject({ state: 'done', done: 150 })
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
