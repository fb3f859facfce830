import { Refused } from '../../core/ports/refused.ts'
import { currentConnection } from './connection.ts'

/** Whether an origin is ours. Where the browser is known to use HTTPS, its plain form is another origin. */
function isOwn(origin: string, host: string): boolean {
  if (!URL.canParse(origin)) return false
  const { protocol, host: ofOrigin } = new URL(origin)
  if (currentConnection().isHttps && protocol !== 'https:') return false
  const own = `${protocol}//${host}`
  return URL.canParse(own) && new URL(own).host === ofOrigin
}

/**
 * Refuses an unsafe request from another origin, as the browser names it. Our own has the host that a trusted proxy
 * forwards, otherwise the one of the request. A client that names none isn't a current browser: it may call without a
 * cookie, which no other site can make it send.
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
