import { describe, expect, it } from 'vitest'
import { bySession, json, problem } from './answers.ts'
import { apiOf } from './api-of.ts'
import { failureOf } from './failure-of.ts'
import { type Answer, type Received, serve } from './serve.ts'
import { session, user, users, usersWindow } from './wire.ts'

const total = 450
const byCursor = { cursor: true, search: true }

/** Serves windows of a list, by cursor or by position. */
const list =
  (most = 200, members: object = {}): Answer =>
  (response, request) => {
    const at = Number(request.parameters.get('cursor') ?? request.parameters.get('offset') ?? 0)
    const end = Math.min(at + Math.min(Number(request.parameters.get('limit')), most), total)
    const next = end < total ? { next: String(end) } : {}
    json(usersWindow(users(at, end), { offset: at, total, ...next, ...members }))(response, request)
  }

const walked = (requests: Received[]) =>
  requests.filter(({ path }) => path === '/v1/users').map(({ parameters }) => parameters.toString())

async function collect<Row>(rows: AsyncIterable<Row>) {
  const all: Row[] = []
  for await (const row of rows) all.push(row)
  return all
}

const everyone = expect.arrayContaining([expect.objectContaining({ id: 'user-449' })])

describe('iterate', () => {
  it('reads the whole list by cursor', async () => {
    const server = await serve(bySession(json(session(byCursor)), list()))
    const rows = await collect(apiOf(server).users.iterate({ search: 'user' }))
    expect(rows).toHaveLength(total)
    expect(rows).toEqual(everyone)
    expect(walked(server.requests)).toEqual([
      'search=user&offset=0&limit=200',
      'search=user&limit=200&cursor=200',
      'search=user&limit=200&cursor=400',
    ])
  })

  it('reads by position where the server announces no cursor', async () => {
    const server = await serve(bySession(json(session({})), list(150)))
    const rows = await collect(apiOf(server).users.iterate())
    expect(rows.map((row) => row.id)).toEqual(users(0, total).map(({ id }) => id))
    expect(walked(server.requests)).toEqual([
      'offset=0&limit=200',
      'offset=150&limit=200',
      'offset=300&limit=200',
    ])
  })

  it('reads past a total that is a lower bound', async () => {
    const server = await serve(bySession(json(session({})), list(200, { total: 1, totalIs: 'atLeast' })))
    expect(await collect(apiOf(server).users.iterate())).toHaveLength(total)
  })

  it('needs no session for a list of one window', async () => {
    const server = await serve(json(usersWindow(users(0, 3))))
    expect(await collect(apiOf(server).users.iterate())).toHaveLength(3)
    expect(server.requests).toHaveLength(1)
  })

  it('yields an unreadable row in its place', async () => {
    const server = await serve(json(usersWindow([user(0), { id: 'user-1' }, user(2)])))
    expect(await collect(apiOf(server).users.iterate())).toMatchObject([
      { id: 'user-0' },
      { unreadable: true, id: 'user-1' },
      { id: 'user-2' },
    ])
  })

  it('continues where windows begin with rows that cannot be read', async () => {
    const answer: Answer = (response, request) => {
      const at = Number(request.parameters.get('cursor') ?? 0)
      const next = at < 4 ? { next: String(at + 2) } : {}
      json(usersWindow([null, user(at)], { offset: at, total: 6, ...next }))(response, request)
    }
    const server = await serve(bySession(json(session(byCursor)), answer))
    expect(await collect(apiOf(server).users.iterate())).toHaveLength(6)
  })

  it('loads no more than is taken', async () => {
    const server = await serve(bySession(json(session(byCursor)), list()))
    for await (const row of apiOf(server).users.iterate()) if (row.id === 'user-3') break
    expect(walked(server.requests)).toHaveLength(1)
  })

  it('starts again each time it is iterated', async () => {
    const server = await serve(json(usersWindow(users(0, 3))))
    const rows = apiOf(server).users.iterate()
    expect(await collect(rows)).toEqual(await collect(rows))
  })

  it('ends a running request on return', async () => {
    const server = await serve(bySession(json(session(byCursor)), () => {}))
    const rows = apiOf(server).users.iterate()[Symbol.asyncIterator]()
    const next = failureOf(rows.next())
    await expect.poll(() => server.requests.length).toBe(1)
    await expect(rows.return?.()).resolves.toMatchObject({ done: true })
    expect(await next).toMatchObject({ code: 'aborted' })
    await server.requests[0]?.gone
  })

  it('ends with its signal', async () => {
    const server = await serve(bySession(json(session(byCursor)), list()))
    const controller = new AbortController()
    const rows = apiOf(server).users.iterate({}, { signal: controller.signal })
    const readAll = async () => {
      for await (const row of rows) if (row.id === 'user-250') controller.abort()
    }
    expect(await failureOf(readAll())).toMatchObject({ code: 'aborted' })
    expect(walked(server.requests)).toHaveLength(2)
  })

  it('fails where a window fails', async () => {
    const server = await serve(bySession(json(session(byCursor)), problem(403, 'missing_permission')))
    expect(await failureOf(collect(apiOf(server).users.iterate()))).toMatchObject({
      code: 'missing_permission',
    })
  })

  let fresh = 0
  it.each<[string, object, Answer]>([
    ['the same cursor', byCursor, list(200, { next: '0' })],
    [
      'new cursors to the same rows',
      byCursor,
      (response, request) =>
        json(usersWindow(users(0, 2), { total, next: `c${fresh++}` }))(response, request),
    ],
    [
      'new cursors to nothing',
      byCursor,
      (response, request) => json(usersWindow([], { total, next: `c${fresh++}` }))(response, request),
    ],
    [
      'two cursors in a circle',
      byCursor,
      (response, request) => {
        const second = request.parameters.get('cursor') === 'b'
        json(
          usersWindow(users(second ? 2 : 0, second ? 4 : 2), {
            offset: second ? 2 : 0,
            total,
            next: second ? 'a' : 'b',
          }),
        )(response, request)
      },
    ],
    ['the first rows at any position', {}, json(usersWindow(users(0, 200), { total }))],
  ])('fails on a server that answers %s', async (_, capabilities, answer) => {
    const server = await serve(bySession(json(session(capabilities)), answer))
    const error = await failureOf(collect(apiOf(server).users.iterate()))
    expect(error).toMatchObject({ name: 'AnswerError', code: 'malformed_answer' })
    expect(server.requests.length).toBeLessThan(6)
  })
})
