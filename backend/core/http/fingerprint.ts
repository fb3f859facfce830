import type { Digest } from '../ports/digest.ts'
import type { Place } from './call.ts'

/**
 * What is equal for two requests that mean the same change by the same viewer. The version is left out: a client that
 * learns of a newer one and sends the same again means the same change.
 */
export async function fingerprintOf(
  { request, place, body }: { request: Request; place: Place; body: unknown },
  digest: Digest,
): Promise<string> {
  const { pathname } = new URL(request.url)
  return digest(JSON.stringify([place.viewer.id, request.method, pathname, body]))
}
