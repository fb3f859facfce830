import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'

/** What the server does with a request. */
export type Answer = (response: ServerResponse, request: Received) => void

/** A request as it arrived. */
export interface Received {
  method: string | undefined
  path: string
  parameters: URLSearchParams
  headers: IncomingMessage['headers']
  at: number
  /** The text of the body, once it is there. */
  body: Promise<string>
  /** Resolves when the client is gone before the answer ended. */
  gone: Promise<void>
}

/** A real HTTP server with scripted answers: the nth request gets the nth one, the last one serves all that follow. */
export async function serve(...answers: [Answer, ...Answer[]]) {
  const requests: Received[] = []
  const server = createServer((incoming, response) => {
    const url = new URL(incoming.url ?? '', 'http://server')
    const request: Received = {
      method: incoming.method,
      path: url.pathname,
      parameters: url.searchParams,
      headers: incoming.headers,
      at: performance.now(),
      body: text(incoming),
      gone: new Promise((resolve) => {
        response.on('close', () => response.writableFinished || resolve())
      }),
    }
    requests.push(request)
    const answer = answers[Math.min(requests.length, answers.length) - 1]
    answer?.(response, request)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  onTestFinished(close)
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, requests, close }
}
