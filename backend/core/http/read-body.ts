import { Refused } from '../ports/refused.ts'

/** The largest body that most routes accept, in bytes. */
export const longestBody = 64 * 1024

/** The bytes of a body that are kept before its sender is known. */
const unknownBody = 16 * 1024

/**
 * Reads the request's body up to the limit. It is read before any other check, except that `admit` is called for a long
 * one, so that strangers can't fill the memory. If `admit` rejects, the rest is read and not kept.
 */
export async function readBody(
  request: Request,
  most = longestBody,
  admit: () => Promise<unknown> = async () => {},
): Promise<Uint8Array> {
  const announced = request.headers.get('content-length')
  if (Number(announced) > most) throw tooLarge(most)
  if (request.method === 'GET' || request.method === 'HEAD') return new Uint8Array()
  if (announced !== null && Number(announced) <= unknownBody) return readWhole(request, most)
  const chunks: Uint8Array[] = []
  let length = 0
  let admitting: Promise<{ error: unknown } | undefined> | undefined
  for await (const chunk of chunksOf(request)) {
    length += chunk.length
    if (length > most) throw tooLarge(most)
    if (length > unknownBody) admitting ??= refusalOf(admit)
    if (await admitting) chunks.length = 0
    else chunks.push(chunk)
  }
  const refused = await admitting
  if (refused) throw refused.error
  const body = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    body.set(chunk, at)
    at += chunk.length
  }
  return body
}

const refusalOf = (admit: () => Promise<unknown>) =>
  admit().then(
    () => undefined,
    (error: unknown) => ({ error }),
  )

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
