import type { Answer } from './serve.ts'

type Headers = Record<string, string>

/** A body as it is. */
export const raw =
  (status: number, type: string, body: string | Uint8Array, headers: Headers = {}): Answer =>
  (response) => {
    response.writeHead(status, { 'content-type': type, ...headers }).end(body)
  }

/** A successful answer. */
export const json = (body: unknown, headers?: Headers) =>
  raw(200, 'application/json', JSON.stringify(body), headers)

/** A refusal as the contract has it. */
export const problem = (status: number, code: string, members: object = {}, headers?: Headers) =>
  raw(status, 'application/problem+json', JSON.stringify({ status, code, ...members }), headers)

/** Takes the request and never answers. */
export const silence: Answer = () => {}

/** Ends the connection before an answer. */
export const reset: Answer = (response) => {
  response.destroy()
}

/** Promises more than it sends, and ends the connection. */
export const cut: Answer = (response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' })
  response.write('{"roles":[', () => response.destroy())
}

/** Begins a body that never ends, a chunk at a time. */
export const endless =
  (status: number, chunk: string): Answer =>
  (response) => {
    response.writeHead(status, { 'content-type': 'application/json' })
    const pour = () => {
      while (!response.destroyed && response.write(chunk));
    }
    response.on('drain', pour)
    pour()
  }

/** Responds by path: to `/v1/session` with one answer, to all else with another. */
export const bySession =
  (session: Answer, other: Answer): Answer =>
  (response, request) =>
    request.path.endsWith('/session') ? session(response, request) : other(response, request)
