import { Refused } from '../ports/refused.ts'

/** The largest body that most routes accept, in bytes. */
export const longestBody = 64 * 1024

/** Reads the request's body up to the limit. It is read before any other check. */
export async function readBody(request: Request, most = longestBody): Promise<Uint8Array> {
  const announced = request.headers.get('content-length')
  if (Number(announced) > most) throw tooLarge(most)
  if (request.method === 'GET' || request.method === 'HEAD') return new Uint8Array()
  if (announced !== null) return readWhole(request, most)
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of chunksOf(request)) {
    length += chunk.length
    if (length > most) throw tooLarge(most)
    chunks.push(chunk)
  }
  const body = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    body.set(chunk, at)
    at += chunk.length
  }
  return body
}

/** Reads a body whose length is announced, which needs no stream. */
async function readWhole(request: Request, most: number): Promise<Uint8Array> {
  const body = await request.arrayBuffer().catch(incomplete)
  if (body.byteLength > most) throw tooLarge(most)
  return new Uint8Array(body)
}

async function* chunksOf({ body }: Request): AsyncGenerator<Uint8Array> {
  try {
    if (body) yield* body
  } catch {
    incomplete()
  }
}

/** A body that its client aborts is the client's fault. */
function incomplete(): never {
  throw new Refused('malformed_request', { detail: 'The body ended before it was complete.' })
}

const tooLarge = (most: number) => new Refused('body_too_large', { params: { bytes: String(most) } })
