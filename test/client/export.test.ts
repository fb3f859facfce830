import { text } from 'node:stream/consumers'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { checkApi } from '../../src/client/check-api.ts'
import { countRecords } from '../../src/client/count-records.ts'
import { backendFlags } from '../../src/contract/capabilities.ts'
import { json, problem } from './answers.ts'
import { apiOf } from './api-of.ts'
import { failureOf } from './failure-of.ts'
import { type Answer, serve } from './serve.ts'
import { session } from './wire.ts'

const file = '\uFEFF"Name"\r\n"Ada ""the\r\nfirst"""\r\n"Grace"\r\n'
const bytes = Buffer.byteLength(file)
const request = { query: {}, columns: [{ id: 'name', label: 'Name' }] }
const head = { 'content-type': 'text/csv', 'roster-export': 'export-1', 'roster-total': '2' }

const whole: Answer = (response) => response.writeHead(200, head).end(file)
/** A proxy that speaks HTTP/1.0 upstream passes on what it got, without an error. */
const short: Answer = (response) => response.writeHead(200, head).end(file.slice(0, -9))
const broken: Answer = (response) => {
  response.writeHead(200, head).write(file.slice(0, -9), () => response.destroy())
}

/** Serves an export, and then what the server says that it sent. */
const exporting = (body: Answer, sent: Answer) =>
  serve((response, received) => {
    if (received.path === '/v1/session')
      return json(session({ ...backendFlags, export: true }))(response, received)
    return (received.path === '/v1/users/export' ? body : sent)(response, received)
  })

const done = json({ done: true, rows: 2, bytes })

describe('an export', () => {
  it('is the file, once the server has confirmed its length', async () => {
    const server = await exporting(whole, done)
    const { total, body } = await apiOf(server).users.export(request)
    expect(total).toBe(2)
    expect(Buffer.from(await new Response(body).arrayBuffer()).toString()).toBe(file)
    const sent = server.requests.map(({ method, path }) => `${method} ${path}`)
    expect(sent).toEqual(['GET /v1/session', 'POST /v1/users/export', 'GET /v1/exports/export-1'])
    expect(server.requests[1]?.headers.accept).toMatch(/^text\/csv/)
    expect(JSON.parse((await server.requests[1]?.body) ?? '')).toEqual(request)
  })

  it('is requested without what the server doesn’t announce', async () => {
    const flags = { ...backendFlags, export: true, sorts: [], filters: ['role'] }
    const server = await serve((response, received) => {
      if (received.path === '/v1/session') return json(session(flags))(response, received)
      return (received.path === '/v1/users/export' ? whole : done)(response, received)
    })
    const query = { search: 'a', sort: 'joined' as const, roleIds: ['agent'], teamIds: ['night'] }
    await text((await apiOf(server).users.export({ ...request, query })).body)
    expect(JSON.parse((await server.requests[1]?.body) ?? '')).toEqual({
      ...request,
      query: { search: 'a', roleIds: ['agent'], teamIds: [] },
    })
  })

  it.each([
    ['ends early without an error', short, done],
    ['breaks', broken, json({ done: false, rows: 1, bytes: 20 })],
    ['is not confirmed', whole, json({ done: false, rows: 2, bytes })],
  ])('that %s is incomplete, and says how far it got', async (_, body, sent) => {
    const server = await exporting(body, sent)
    const got = await apiOf(server, { retry: 0 }).users.export(request)
    const error = await failureOf(text(got.body))
    expect(error).toMatchObject({ code: 'incomplete', params: { total: '2' } })
  })

  it('says why it is incomplete where the session has ended', async () => {
    const server = await exporting(broken, problem(401, 'session_revoked'))
    const got = await apiOf(server, { retry: 0 }).users.export(request)
    expect(await failureOf(text(got.body))).toMatchObject({
      code: 'incomplete',
      params: { rows: '1', total: '2' },
      cause: { code: 'session_revoked' },
    })
  })

  it('may be longer than any other response', async () => {
    const long = 9 * 1_024 * 1_024
    const server = await exporting(
      (response) => response.writeHead(200, head).end(Buffer.alloc(long, 'a')),
      json({ done: true, rows: 0, bytes: long }),
    )
    const { body } = await apiOf(server).users.export(request)
    expect(await text(body)).toHaveLength(long)
  })

  it('may begin later than another call ends, and repeats nothing', async () => {
    vi.useFakeTimers()
    onTestFinished(() => void vi.useRealTimers())
    const asked: string[] = []
    async function fetch({ url }: Request) {
      asked.push(url.replace(/.*v1/, ''))
      if (url.endsWith('/session')) return Response.json(session({ ...backendFlags, export: true }))
      await new Promise((resolve) => setTimeout(resolve, 59_000))
      return new Response(file, { headers: head })
    }
    const begun = apiOf({ url: 'http://app.invalid' }, { fetch }).users.export(request)
    await vi.advanceTimersByTimeAsync(59_000)
    expect((await begun).total).toBe(2)
    expect(asked).toEqual(['/session', '/users/export'])
  })

  it('is left alone when its reader leaves, and ends with the signal', async () => {
    const server = await exporting((response) => response.writeHead(200, head).write('"a"'), done)
    const left = await apiOf(server).users.export(request)
    await left.body.cancel()
    await server.requests[1]?.gone
    const controller = new AbortController()
    const aborted = await apiOf(server).users.export(request, { signal: controller.signal })
    const reading = failureOf(text(aborted.body))
    controller.abort()
    expect(await reading).toMatchObject({ code: 'aborted' })
  })

  it('is refused like any other request', async () => {
    const server = await exporting(problem(403, 'missing_permission'), done)
    expect(await failureOf(apiOf(server).users.export(request))).toMatchObject({ code: 'missing_permission' })
  })

  it("of a host's own port must have a stream", async () => {
    const api = checkApi({ users: { export: async () => ({ total: 2, body: 'text' }) } } as never)
    expect(await failureOf(Promise.resolve(api.users.export?.(request)))).toMatchObject({
      code: 'malformed_answer',
      fields: [{ pointer: '/body/body' }],
    })
  })
})

it('countRecords counts records and not lines, wherever the bytes are cut', () => {
  const all = new TextEncoder().encode(file)
  for (let cut = 0; cut <= all.length; cut++) {
    const records = countRecords()
    records.add(all.subarray(0, cut))
    records.add(all.subarray(cut))
    expect(records.count).toBe(3)
  }
})
