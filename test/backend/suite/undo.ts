import { describe, expect, it } from 'vitest'
import type { OpenStore } from '../store-suite.ts'
import { aHost } from './a-host.ts'
import { everyUser } from './every-user.ts'
import { about, minute, people, remove, undo } from './run-people.ts'

/** Undoing runs and deletions, through the HTTP API. */
export function undoSuite(current: () => OpenStore) {
  const host = () => aHost(current(), people)

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
      const byActivity = { ...everyUser, sort: 'lastActive', descending: true } as const
      const listed = await store.users(company, byActivity)
      expect(listed.users.map(({ id }) => id)).toContain('dana')
      expect(listed.users).toHaveLength(people.length + 1)
      expect((await ask('GET', `/selections/${selection.id}`)).body).toMatchObject({
        state: 'undone',
        undone: { by: { id: 'deputy', name: 'deputy' } },
      })
      expect((await ask<object>('GET', `/selections/${selection.id}`)).body).not.toHaveProperty('undo')
    })

    it('restores a user who was deleted without others, under the intent of the deletion', async () => {
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

    it('takes back roles and teams, except what was changed since', async () => {
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

    it('of a paused run can’t be prevented by another write', async () => {
      const many = Array.from({ length: 150 }, (_, index) => ({ id: `u-${index}` }))
      const { create, chunk, ask } = await aHost(current(), [...people, ...many])
      const { body: selection } = await create({ query: { search: 'u-' }, except: [] }, remove)
      await chunk(selection.id, 0)
      await current().advance(31_000)
      const other = { as: 'manager', key: 'my-undo.end', body: { add: ['night'], remove: [] } }
      expect((await ask('PATCH', '/users/cy/teams', other)).status).toBe(200)
      expect((await create({ undoOf: selection.id }, undo, { key: 'my-undo' })).status).toBe(201)
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

    it('of a run that ended late can take as long as any other', async () => {
      const many = Array.from({ length: 150 }, (_, index) => ({ id: `u-${index}` }))
      const { create, chunk, goOn, user, besides } = await aHost(current(), [...people, ...many])
      const toNight = { kind: 'changeTeams' as const, add: ['night'], remove: [] }
      const { body: selection } = await create({ query: { search: 'u-' }, except: [] }, toNight)
      const { body: started } = await chunk(selection.id, 0)
      await current().advance(23 * 60 * minute)
      await goOn(started.selection)
      // Its steps are small, since it has measured none.
      const other = await besides(current().store)
      const { body: undoing } = await other.create({ undoOf: selection.id }, undo)
      const { body: begun } = await other.chunk(undoing.id, 0)
      expect(begun.selection.position).toBeLessThan(150)
      await current().advance(3 * 60 * minute)
      await other.run({ ids: ['cy'] }, remove)
      const { selection: undone } = await other.goOn(begun.selection)
      expect(undone).toMatchObject({ state: 'done', done: 150, failed: 0 })
      expect((await user('u-149'))?.teamIds).toEqual([])
    })

    it('leaves a role and a team that someone has changed since, even if they are as the run left them', async () => {
      const { run, ask, user } = await host()
      const put = async (roleId: string) => {
        const version = (await user('ada'))?.version
        expect(
          (await ask('PUT', '/users/ada/role', { as: 'deputy', version, body: { roleId } })).status,
        ).toBe(200)
      }
      const roles = await run({ ids: ['ada', 'ben'] }, { kind: 'changeRole', roleId: 'manager' })
      await put('admin')
      await put('manager')
      const patch = (add: string[], remove: string[]) =>
        ask('PATCH', '/users/cy/teams', { as: 'deputy', body: { add, remove } })
      await ask('PATCH', '/users/ben/teams', { as: 'deputy', body: { add: ['leads'], remove: [] } })
      const undone = await run({ undoOf: roles.selection.id }, undo)
      expect(undone.failed).toMatchObject([{ id: 'ada', code: 'changed_since', params: { role: 'Manager' } }])
      expect([(await user('ada'))?.roleId, (await user('ben'))?.roleId]).toEqual(['manager', 'agent'])

      const teams = await run({ ids: ['cy'] }, { kind: 'changeTeams', add: ['night', 'leads'], remove: [] })
      await patch([], ['night'])
      await patch(['night'], [])
      await run({ undoOf: teams.selection.id }, undo)
      expect((await user('cy'))?.teamIds).toEqual(['night'])
    })

    it('is retried for the rows that failed, without those that were changed since', async () => {
      const { run, ask, user, create, rows } = await host()
      const { selection } = await run({ ids: ['deputy', 'ada', 'ben', 'cy'] }, remove)
      const { body: stopped } = await create({ undoOf: selection.id }, undo)
      await ask('POST', `/selections/${stopped.id}/stop`)
      expect((await create({ failedOf: stopped.id }, undo)).body.code).toBe('selection_empty')

      const first = await run({ undoOf: selection.id }, undo, { as: 'manager' })
      expect(first.failed).toMatchObject([{ id: 'deputy', code: 'role_exceeds_yours' }])
      const { body: retry } = await create({ failedOf: first.selection.id }, undo)
      expect(retry).toMatchObject({ total: 1, undoOf: selection.id })
      expect((await rows(retry.id)).rows).toMatchObject([{ id: 'deputy' }])

      const roles = await run({ ids: ['ada', 'ben'] }, { kind: 'changeRole', roleId: 'manager' })
      const version = (await user('ada'))?.version
      await ask('PUT', '/users/ada/role', { version, body: { roleId: 'admin' } })
      const other = await run({ undoOf: roles.selection.id }, undo)
      expect(other.failed).toMatchObject([{ id: 'ada', code: 'changed_since' }])
      expect((await create({ failedOf: other.selection.id }, undo)).body.code).toBe('selection_empty')
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
}
