import type { IncomingMessage } from 'node:http'
import { isIPv6 } from 'node:net'
import { Refused } from '../../core/ports/refused.ts'

const hostName = /^[a-z0-9]([a-z0-9._-]*)(:\d{1,5})?$/i
const literal = /^\[([0-9a-f:.]+)\](:\d{1,5})?$/i

/** Whether a `Host` names a host as it is: not by characters that a URL ends a host at, nor by a number that it rewrites. */
function isHost(host: string): boolean {
  const address = literal.exec(host)?.[1]
  if (address !== undefined) return isIPv6(address) && URL.canParse(`http://${host}`)
  if (!hostName.test(host) || !URL.canParse(`http://${host}`)) return false
  return new URL(`http://${host}`).hostname === host.replace(/:\d+$/, '').toLowerCase()
}

/** A path, or the whole address that a proxy may send (RFC 9112 §3.2). */
const isTarget = (target: string) =>
  target.startsWith('/') || (/^https?:\/\//i.test(target) && URL.canParse(target))

/** Refuses a request whose address cannot be told: a missing, repeated or invalid `Host`, or an invalid target. */
export function checkRequest({ headersDistinct, url = '' }: IncomingMessage): Refused | undefined {
  const [host, ...others] = headersDistinct.host ?? []
  if (host === undefined || others.length > 0 || !isHost(host))
    return new Refused('malformed_request', {
      fields: [{ pointer: '/headers/host', detail: 'must be one host name or address' }],
    })
  if (!isTarget(url))
    return new Refused('malformed_request', { detail: 'The request target must be a path.' })
  return undefined
}
