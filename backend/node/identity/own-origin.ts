import { Refused } from '../../core/ports/refused.ts'

const isOwn = (origin: string, host: string | null) => URL.canParse(origin) && new URL(origin).host === host

/**
 * Refuses an unsafe request from another origin, as the browser names it. A client that names none is no browser of
 * today: it may call without a cookie, which nobody can make it send for them.
 */
export function requireOwnOrigin(request: Request, hasCookie: boolean): void {
  const site = request.headers.get('sec-fetch-site')
  const origin = request.headers.get('origin')
  const isAllowed = site
    ? site === 'same-origin' || site === 'none'
    : origin
      ? isOwn(origin, request.headers.get('host') ?? new URL(request.url).host)
      : !hasCookie
  if (!isAllowed) throw new Refused('cross_origin')
}
