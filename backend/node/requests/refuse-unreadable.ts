import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import { problemResponse } from '../../core/http/problem-response.ts'
import { seal } from '../../core/http/seal.ts'
import type { Log } from '../../core/ports/log.ts'
import { Refused } from '../../core/ports/refused.ts'

const codes: Record<string, Refused['code']> = {
  HPE_HEADER_OVERFLOW: 'headers_too_large',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 'body_too_large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request_timeout',
}

/** A request that could be read, and its response. */
interface Exchange {
  request: IncomingMessage
  response: ServerResponse
}

/** The raw response to a request that Node's parser rejects. */
async function rawProblem(refused: Refused, requestId: string): Promise<string> {
  const response = seal(problemResponse(refused, requestId), requestId)
  const body = await response.text()
  const headers = [...response.headers].map(([name, value]) => `${name}: ${value}`)
  const length = `Content-Length: ${Buffer.byteLength(body)}`
  const status = `HTTP/1.1 ${response.status} ${STATUS_CODES[response.status]}`
  return [status, ...headers, length, 'Connection: close', '', body].join('\r\n')
}

/**
 * Responds with a problem to what Node's parser rejects, and closes the connection. Without it Node responds with an
 * empty body. If other responses are still being sent, the connection is closed after them. In the middle of a body it
 * is closed immediately.
 */
export function refuseUnreadable(server: Server, log: Log): void {
  const exchanges = new WeakMap<Duplex, Set<Exchange>>()
  server.prependListener('request', (request, response) => {
    const open = exchanges.get(request.socket) ?? new Set()
    const exchange = { request, response }
    exchanges.set(request.socket, open.add(exchange))
    response.on('close', () => open.delete(exchange))
  })

  server.on('clientError', async (error: NodeJS.ErrnoException, socket) => {
    const open = [...(exchanges.get(socket) ?? [])]
    const isMidBody = open.some(({ request }) => !request.complete)
    if (error.code === 'ECONNRESET' || !socket.writable || isMidBody) return socket.destroy()
    if (open.length > 0) {
      await Promise.all(open.map(({ response }) => once(response, 'close')))
      return socket.end()
    }
    const refused = new Refused(codes[error.code ?? ''] ?? 'malformed_request')
    const requestId = randomUUID()
    log.info({ requestId, reason: error.code, code: refused.code }, 'an unreadable request')
    socket.end(await rawProblem(refused, requestId), () => socket.destroy())
  })
}
