import { Refused } from '../../core/ports/refused.ts'
import { currentConnection } from './connection.ts'

/** Whether an origin is ours. If the browser is known to use HTTPS, the origin without HTTPS is another one. */
function isOwn(origin: string, host: string): boolean {
  if (!URL.canParse(origin)) return false
  const { protocol, host: ofOrigin } = new URL(origin)
  if (currentConnection().isHttps && protocol !== 'https:') return false
  const own = `${protocol}//${host}`
  return URL.canParse(own) && new URL(own).host === ofOrigin
}

/**
 * Refuses an unsafe request from another origin, by the headers of the browser. Our own origin has the host that a
 * trusted proxy forwards, or else the host of the request. A client that sends no origin isn't a current browser. It
 * may call without a cookie, since no other site can make it send one.
 */
export function requireOwnOrigin(request: Request, hasCookie: boolean): void {
  const site = request.headers.get('sec-fetch-site')
  const origin = request.headers.get('origin')
  const host = currentConnection().host ?? request.headers.get('host') ?? new URL(request.url).host
  const isAllowed = site
    ? site === 'same-origin' || site === 'none'
    : origin
      ? isOwn(origin, host)
      : !hasCookie
  if (!isAllowed) throw new Refused('cross_origin')
}
