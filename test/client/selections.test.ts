import { describe, expect, it } from 'vitest'
import { checkApi } from '../../src/client/check-api.ts'
import { backendFlags } from '../../src/contract/capabilities.ts'
import { bySession, json, problem } from './answers.ts'
import { apiOf } from './api-of.ts'
import { failureOf } from './failure-of.ts'
import { type Answer, serve } from './serve.ts'
import { selection, session, usersWindow } from './wire.ts'

const announced = json(session({ ...backendFlags, sorts: [], filters: ['role', 'team'] }))
const withSelections = (...answers: [Answer, ...Answer[]]) => {
  let next = 0
  const nth: Answer = (response, request) =>
    answers[Math.min(next++, answers.length - 1)]?.(response, request)
  return serve(bySession(announced, nth))
}

describe('a selection', () => {
  it('is frozen by what was chosen and what is to be done, once for its intent', async () => {
    const server = await withSelections(problem(503, 'unavailable'), json(selection()))
    const request = {
      resource: 'users',
      of: { query: { search: 'lind', roleIds: ['agent'] }, except: ['user-4'] },
      action: { kind: 'delete' },
    } as const
    const made = await apiOf(server).selections.create(request, { intent: 'intent-1' })
    expect(made).toEqual(selection())
    const sent = server.requests.slice(1)
    expect(sent.map(({ method, path }) => `${method} ${path}`)).toEqual(Array(2).fill('POST /v1/selections'))
    for (const { headers, body } of sent) {
      expect(headers['idempotency-key']).toBe('intent-1')
      expect(JSON.parse(await body)).toEqual(request)
    }
  })

  it('has more time than other requests, since the server finds all rows first', async () => {
    const slowly: Answer = (response, request) =>
      setTimeout(() => json(selection())(response, request), 1_500)
    const server = await serve(bySession(announced, slowly))
    const { selections } = apiOf(server, { timeout: 500, totalTimeout: 1_000, retry: 0 })
    const request = { resource: 'users', of: { ids: ['user-1'] }, action: { kind: 'delete' } } as const
    await expect(selections.create(request, { intent: 'intent-1' })).resolves.toMatchObject({ id: 'sel-1' })
    expect(await failureOf(selections.get('sel-1'))).toMatchObject({ code: 'timeout' })
  })

  it.each([
    ['a search', { search: 'lind' }],
    ['a role', { roleIds: ['agent'] }],
    ['a team', { teamIds: ['night'] }],
    ['an order', { sort: 'joined' as const }],
  ])(
    'by %s that the server doesn’t announce is refused, since it would be of other people',
    async (_, query) => {
      const flags = { ...backendFlags, search: false, sorts: [], filters: [] }
      const server = await serve(bySession(json(session(flags)), json(selection())))
      const { selections } = apiOf(server)
      const create = (by: object) =>
        selections.create(
          { resource: 'users', of: { query: by, except: [] }, action: { kind: 'delete' } },
          { intent: 'intent-1' },
        )
      expect(await failureOf(create(query))).toMatchObject({ code: 'unsupported' })
      await expect(create({ sort: 'name' })).resolves.toMatchObject({ id: 'sel-1' })
    },
  )

  it('can leave out when it was made', async () => {
    const { madeAt: _, ...wire } = selection()
    const server = await withSelections(json(wire), json({ selections: [wire] }))
    const { selections } = apiOf(server)
    expect(await selections.get('sel-1')).toEqual({ ...wire, madeAt: undefined })
    expect((await selections.list()).selections).toHaveLength(1)
  })

  it('is driven step by step, each with a new key', async () => {
    const failed = [{ id: 'user-3', name: 'User 3', code: 'changed_since', params: { role: 'Admin' } }]
    const chunk = { selection: selection({ position: 2, done: 1, failed: 1 }), failed, partial: [] }
    const server = await withSelections(json(chunk))
    await expect(apiOf(server).selections.chunk('sel-1', 0)).resolves.toEqual(chunk)
    const [, sent] = server.requests
    expect(sent).toMatchObject({ method: 'POST', path: '/v1/selections/sel-1/chunks' })
    expect(sent?.headers['idempotency-key']).toBe('sel-1.0')
    expect(JSON.parse((await sent?.body) ?? '')).toEqual({ from: 0 })
  })

  it('asks for pending invitations in the body of a step, and sends nothing if it does not', async () => {
    const chunk = { selection: selection(), failed: [], partial: [] }
    const server = await withSelections(json(chunk), json(chunk))
    const { selections } = apiOf(server)
    await selections.chunk('sel-1', 0, { deleteInvitations: true })
    await selections.chunk('sel-1', 0, { deleteInvitations: false })
    const bodies = await Promise.all(server.requests.slice(1).map(({ body }) => body))
    expect(bodies.map((body) => JSON.parse(body))).toEqual([
      { from: 0, deleteInvitations: true },
      { from: 0 },
    ])
  })

  it('is read, listed, stopped, and shows its rows', async () => {
    const row = { id: 'user-1', name: 'User 1', email: 'a@example.com', outcome: 'skipped', reason: 'self' }
    const server = await withSelections(
      json(selection()),
      json({ selections: [selection(), { id: 'newer', action: { kind: 'teleport' } }] }),
      json(selection({ state: 'stopped' })),
      json(usersWindow([row, { ...row, id: null }])),
    )
    const { selections } = apiOf(server)
    expect(await selections.get('sel-1')).toMatchObject({ state: 'ready' })
    expect((await selections.list()).selections.map(({ id }) => id)).toEqual(['sel-1'])
    expect(await selections.stop('sel-1', { intent: 'intent-2' })).toMatchObject({ state: 'stopped' })
    const rows = await selections.rows('sel-1', { outcome: 'skipped', limit: 10 })
    expect(rows.rows).toMatchObject([row, { unreadable: true }])
    expect(server.requests.slice(1).map(({ method, path }) => `${method} ${path}`)).toEqual([
      'GET /v1/selections/sel-1',
      'GET /v1/selections',
      'POST /v1/selections/sel-1/stop',
      'GET /v1/selections/sel-1/rows',
    ])
    expect(server.requests.at(-1)?.parameters.toString()).toBe('outcome=skipped&limit=10')
  })

  it('isn’t requested with an invalid id, or if the server doesn’t announce selections', async () => {
    const server = await serve(json(session({ selections: false })))
    const { selections, users } = apiOf(server)
    expect(await failureOf(selections.get('../users'))).toMatchObject({ code: 'invalid_id' })
    expect(server.requests).toHaveLength(0)
    expect(await failureOf(selections.get('sel-1'))).toMatchObject({ code: 'unsupported' })
    expect(await failureOf(users.delete('user-1', { intent: 'i' }))).toMatchObject({ code: 'unsupported' })
  })

  it("of a host's own port is checked", async () => {
    const get = async () => selection({ total: 'many' })
    const api = checkApi({ selections: { get } } as never)
    expect(await failureOf(Promise.resolve(api.selections?.get('sel-1')))).toMatchObject({
      code: 'malformed_answer',
      message: expect.stringContaining('selections.get()'),
    })
  })
})

describe('deleting a user', () => {
  it('names its intent, and says how it is undone', async () => {
    const answer = { undo: { id: 'intent-1', remainingMs: 600_000 } }
    const server = await withSelections(problem(503, 'unavailable'), json(answer))
    await expect(apiOf(server).users.delete('user-7', { intent: 'intent-1' })).resolves.toEqual(answer)
    const sent = server.requests.slice(1)
    expect(sent.map(({ method, path }) => `${method} ${path}`)).toEqual(
      Array(2).fill('DELETE /v1/users/user-7'),
    )
    expect(sent.map(({ headers }) => headers['idempotency-key'])).toEqual(['intent-1', 'intent-1'])
  })
})
