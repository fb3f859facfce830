import { Refused } from '../ports/refused.ts'

/** Bytes of the largest body that is read. */
export const longestBody = 64 * 1024

/** The request's body, read before anything else is judged, and never past the limit. */
export async function readBody(request: Request): Promise<Uint8Array> {
  if (Number(request.headers.get('content-length')) > longestBody) throw tooLarge()
  const chunks: Uint8Array[] = []
  let length = 0
  if (request.body)
    for await (const chunk of request.body) {
      length += chunk.length
      if (length > longestBody) throw tooLarge()
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

const tooLarge = () => new Refused('body_too_large', { params: { bytes: String(longestBody) } })
