import { once } from 'node:events'
import { connect } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { silentLog } from '../../../backend/core/ports/log.ts'
import { trustProxies } from '../../../backend/node/identity/trusted-proxies.ts'
import { listen } from '../../../backend/node/listen.ts'
import { createHttpServer } from '../../../backend/node/requests/create-http-server.ts'
import { problemSchema } from '../../../src/contract/problems.ts'

/** A server, and a function that sends it bytes and returns everything that it sends back. */
async function open(handle: (request: Request) => Promise<Response> = async () => new Response('read')) {
  const errors: unknown[] = []
  const log = { ...silentLog, error: (fields: object) => void errors.push(fields) }
  const { server, drain } = createHttpServer({
    handle,
    connectionOf: trustProxies(() => false),
    isProxy: () => false,
    log,
  })
  const port = Number(new URL(await listen(server, '127.0.0.1', 0)).port)
  onTestFinished(() => void server.closeAllConnections())
  onTestFinished(() => void server.close())
  async function send(text: string) {
    const socket = connect(port, '127.0.0.1')
    await once(socket, 'connect')
    socket.write(text)
    let received = ''
    socket.setEncoding('utf8').on('data', (chunk) => {
      received += chunk
    })
    await once(socket, 'close')
    return received
  }
  return { send, drain, errors, port }
}

const get = (host: string) => `GET /v1/users HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`

/** The problem in a response, which must be one of the contract. */
function problemIn(received: string) {
  const [head = '', body = ''] = received.split('\r\n\r\n')
  expect(head).toMatch(/^content-type: application\/problem\+json$/im)
  expect(head).toMatch(/^connection: close$/im)
  expect(head).toMatch(/^x-request-id: \S+$/im)
  expect(head).toMatch(/^cache-control: no-store$/im)
  const parsed = problemSchema['~standard'].validate(JSON.parse(body))
  if (parsed instanceof Promise || parsed.issues) throw new Error('The body is not a problem.')
  expect(head).toContain(` ${parsed.value.status} `)
  return parsed.value
}

const hosts = [
  '08',
  'a/b',
  'a b',
  'a,b',
  '1',
  '0x7f.1',
  '127.1',
  '[::1',
  '[::1]x',
  'a:99999',
  'a:b',
  'x@y',
  'a#b',
]
const otherHosts = ['a?b', 'a\\b', '%61', 'é', '-a', '[v1.x]', '']

describe('a request that cannot be read', () => {
  it.each([...hosts, ...otherHosts])('by its host %j is a malformed request', async (host) => {
    const { send, errors } = await open()
    expect(problemIn(await send(get(host)))).toMatchObject({ code: 'malformed_request', status: 400 })
    expect(errors).toEqual([])
  })

  it.each([
    ['without a host', 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n'],
    ['with two hosts', 'GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n'],
    ['with a target other than a path', 'OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n'],
    ['with a backslash in its path', 'GET /v1\\users HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n'],
    ['with an unknown expectation', 'GET / HTTP/1.1\r\nHost: a\r\nExpect: the-spanish-inquisition\r\n\r\n'],
    ['of no HTTP', 'hello\r\n\r\n'],
    ['of an unknown method', 'FETCH / HTTP/1.1\r\nHost: a\r\n\r\n'],
    ['with a broken header', 'GET / HTTP/1.1\r\nHost: a\r\nbro ken: x\r\n\r\n'],
    ['with a negative length', 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n'],
    ['with two lengths', 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n'],
    [
      'with both a length and chunks',
      'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n',
    ],
  ])('%s is a malformed request', async (_name, text) => {
    const { send, errors } = await open()
    expect(problemIn(await send(text))).toMatchObject({ code: 'malformed_request', status: 400 })
    expect(errors).toEqual([])
  })

  it.each([
    ['one header', `X-Long: ${'x'.repeat(20_000)}`],
    [
      'many headers',
      Array.from({ length: 1_500 }, (_, index) => `X-${index}: value of a header`).join('\r\n'),
    ],
  ])('has too large headers by %s', async (_name, headers) => {
    const { send } = await open()
    const problem = problemIn(await send(`GET / HTTP/1.1\r\nHost: a\r\n${headers}\r\n\r\n`))
    expect(problem).toMatchObject({ code: 'headers_too_large', status: 431 })
  })

  it('in the middle of its body is cut off, and its handler learns of it', async () => {
    const failed = Promise.withResolvers<unknown>()
    const { send } = await open(async (request) => {
      await request.text().catch(failed.resolve)
      return new Response('late')
    })
    const head = 'POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n'
    expect(await send(`${head}4\r\nbody\r\nnonsense\r\n`)).toBe('')
    expect(await failed.promise).toBeInstanceOf(Error)
  })

  it('after one that can be read leaves its response whole', async () => {
    const { send } = await open()
    const received = await send(`GET / HTTP/1.1\r\nHost: a\r\n\r\nnonsense\r\n\r\n`)
    expect(received).toMatch(/^HTTP\/1\.1 (200|400) /)
    expect(received.match(/^HTTP\/1\.1/gm)?.length).toBeLessThanOrEqual(2)
  })
})

describe('a request that can be read', () => {
  it.each([
    'a',
    'A.example',
    'a_b:4000',
    '127.0.0.1',
    '127.0.0.1:80',
    '[::1]',
    '[::1]:4000',
    'xn--bcher-kva.example',
  ])('has the host %s', async (host) => {
    const { send } = await open()
    expect(await send(get(host))).toMatch(/^HTTP\/1\.1 200 /)
  })

  it('may name its whole address, as to a proxy', async () => {
    const { send } = await open(async () => new Response('read'))
    const text = 'GET http://a.example/v1/users HTTP/1.1\r\nHost: a.example\r\nConnection: close\r\n\r\n'
    expect(await send(text)).toMatch(/^HTTP\/1\.1 200 /)
  })
})

describe('an unusual request', () => {
  it.each<[string, string, RegExp]>([
    ['of HTTP/1.0 with a host', 'GET / HTTP/1.0\r\nHost: a\r\n\r\n', /^HTTP\/1\.1 200 [\s\S]*read$/],
    ['of HTTP/1.0 without a host', 'GET / HTTP/1.0\r\n\r\n', /^HTTP\/1\.1 400 [\s\S]*"malformed_request"/],
    [
      'that waits to be told to go on',
      'POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 2\r\nConnection: close\r\n\r\nab',
      /^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 200 /,
    ],
    [
      'after another on the same connection',
      `GET / HTTP/1.1\r\nHost: a\r\n\r\n${get('a')}`,
      /^HTTP\/1\.1 200 [\s\S]*HTTP\/1\.1 200 [\s\S]*$/,
    ],
    [
      'with one length given twice',
      'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nContent-Length: 2\r\nConnection: close\r\n\r\nab',
      /^HTTP\/1\.1 400 [\s\S]*"malformed_request"/,
    ],
  ])('%s is responded to as HTTP has it', async (_name, sent, expected) => {
    const { send, errors } = await open()
    expect(await send(sent)).toMatch(expected)
    expect(errors).toEqual([])
  })

  it('whose client goes away in the middle of its upload isn’t an error of the server', async () => {
    const handled = Promise.withResolvers<void>()
    const { port, errors } = await open(async (request) => {
      try {
        return new Response(await request.text())
      } finally {
        handled.resolve()
      }
    })
    const socket = connect(port, '127.0.0.1')
    await once(socket, 'connect')
    socket.write('POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nabc', () => socket.destroy())
    await handled.promise
    expect(errors).toEqual([])
  })
})

describe('a server that stops', () => {
  it('closes the connection of a response that was still running', async () => {
    const arrived = Promise.withResolvers<void>()
    const released = Promise.withResolvers<Response>()
    const { drain, port } = await open(() => {
      arrived.resolve()
      return released.promise
    })
    const responding = fetch(`http://127.0.0.1:${port}/`)
    await arrived.promise
    const drained = drain()
    released.resolve(new Response('late'))
    const response = await responding
    expect([response.status, response.headers.get('connection')]).toEqual([200, 'close'])
    await drained
  })
})
