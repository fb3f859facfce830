import type { Digest } from '../ports/digest.ts'
import type { Place } from './call.ts'

/**
 * A text that is equal for two requests with the same change by the same viewer. The version is left out: a client that
 * sends the same change again with a newer version means the same change.
 */
export async function fingerprintOf(
  { request, place, body }: { request: Request; place: Place; body: unknown },
  digest: Digest,
): Promise<string> {
  const { pathname } = new URL(request.url)
  return digest(JSON.stringify([place.viewer.id, request.method, pathname, body]))
}
