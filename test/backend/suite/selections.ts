import { describe, expect, it } from 'vitest'
import type { OpenStore } from '../store-suite.ts'
import { aHost } from './a-host.ts'
import { about, all, minute, people, remove, undo } from './run-people.ts'

/** Freezing selections, through the HTTP API. */
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

    it('reserves its intent: no other write can use it', async () => {
      const { create, ask } = await host()
      await create({ ids: ['ada'] }, remove, { key: 'reserved' })
      const other = { key: 'reserved', body: { add: ['night'], remove: [] } }
      expect((await ask('PATCH', '/users/ben/teams', other)).body).toMatchObject({
        code: 'idempotency_mismatch',
      })
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
}
