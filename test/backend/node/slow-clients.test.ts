import { once } from 'node:events'
import { connect } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { silentLog } from '../../../backend/core/ports/log.ts'
import { trustProxies } from '../../../backend/node/identity/trusted-proxies.ts'
import { listen } from '../../../backend/node/listen.ts'
import { createHttpServer } from '../../../backend/node/requests/create-http-server.ts'

/** A server that waits a fiftieth of the usual time for requests. */
async function open() {
  const bodies: (string | null)[] = []
  const errors: unknown[] = []
  const { server } = createHttpServer({
    async handle(request) {
      bodies.push(await request.text().catch(() => null))
      return new Response('read')
    },
    connectionOf: trustProxies(() => false),
    isProxy: () => false,
    log: { ...silentLog, error: (fields) => void errors.push(fields) },
    arrivalTimeouts: { headersTimeout: 300, requestTimeout: 600, connectionsCheckingInterval: 50 },
  })
  const address = await listen(server, '127.0.0.1', 0)
  onTestFinished(() => void server.close())
  onTestFinished(() => void server.closeAllConnections())

  /** Sends a text, and then a piece every 20 ms until the connection is closed. Returns what came back. */
  async function drip(text: string, piece = 'x') {
    const socket = connect(Number(new URL(address).port), '127.0.0.1')
    let received = ''
    socket.setEncoding('utf8').on('data', (chunk) => {
      received += chunk
    })
    socket.on('error', () => {})
    socket.write(text)
    const timer = setInterval(() => socket.write(piece), 20)
    await new Promise((resolve) => socket.on('close', resolve))
    clearInterval(timer)
    return received
  }
  return { address, drip, bodies, errors }
}

/** The response, or nothing if it was lost since the client was still sending. */
const refused = /^(?:HTTP\/1\.1 408 [\s\S]*\r\n\r\n\{.*"code":"request_timeout".*\})?$/

describe('a client that is slow', () => {
  it('with its headers is refused in time, 200 at once, and others are served at the same time', async () => {
    const { address, drip, bodies, errors } = await open()
    const slow = Array.from({ length: 200 }, () => drip('GET / HTTP/1.1\r\nHost: a\r\nX-Slow: '))
    expect(await (await fetch(address)).text()).toBe('read')
    const received = await Promise.all(slow)
    for (const response of received) expect(response).toMatch(refused)
    expect([bodies, errors]).toEqual([[''], []])
  })

  it.each([
    ['before its first byte', '', ''],
    ['before its first line', '\r\n', '\r\n'],
    ['in its first line', 'GET /', 'x'],
    ['with ever more headers', 'GET / HTTP/1.1\r\nHost: a\r\n', 'X: y\r\n'],
  ])('%s is refused in time', async (_name, text, piece) => {
    const { drip, bodies, errors } = await open()
    expect(await drip(text, piece)).toMatch(refused)
    expect([bodies, errors]).toEqual([[], []])
  })

  it.each([
    ['with its body', 'Content-Length: 1000\r\n\r\n', 'x'],
    ['with its chunks', 'Transfer-Encoding: chunked\r\n\r\n', '1\r\nx\r\n'],
    ['with the size of a chunk', 'Transfer-Encoding: chunked\r\n\r\n', '0'],
    ['after it was told to go on', 'Expect: 100-continue\r\nContent-Length: 10\r\n\r\n', ''],
  ])('%s is cut off in time, without an error of the server', async (_name, headers, piece) => {
    const { drip, bodies, errors } = await open()
    const received = await drip(`POST / HTTP/1.1\r\nHost: a\r\n${headers}`, piece)
    expect(received).toMatch(/^(?:HTTP\/1\.1 100 Continue\r\n\r\n)?$/)
    await expect.poll(() => bodies).toEqual([null])
    expect(errors).toEqual([])
  })

  it('with the second of two requests gets the whole first response', async () => {
    const { drip, bodies, errors } = await open()
    const received = await drip(
      'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nabGET / HTTP/1.1\r\nX-Slow: ',
    )
    expect(received).toMatch(/^HTTP\/1\.1 200 [\s\S]*\r\n\r\nread(?:HTTP\/1\.1 408 [\s\S]*)?$/)
    expect([bodies, errors]).toEqual([['ab'], []])
  })

  it('gets 15 seconds for its headers and 30 in all, unless set otherwise', () => {
    const { server } = createHttpServer({
      handle: async () => new Response(),
      connectionOf: trustProxies(() => false),
      isProxy: () => false,
      log: silentLog,
    })
    expect([server.headersTimeout, server.requestTimeout]).toEqual([15_000, 30_000])
  })

  it('and gives up in the middle of its headers by closing its half is refused at once', async () => {
    const { address, bodies } = await open()
    const socket = connect({ port: Number(new URL(address).port), host: '127.0.0.1', allowHalfOpen: true })
    socket.end('GET / HTTP/1.1\r\nHost: a\r\nX-Slow: ')
    const [received] = await once(socket.setEncoding('utf8'), 'data')
    expect(received).toMatch(/^HTTP\/1\.1 400 [\s\S]*"malformed_request"/)
    socket.destroy()
    expect(bodies).toEqual([])
  })
})
