import type { IncomingMessage } from 'node:http'
import { Refused } from '../../core/ports/refused.ts'
import { isHost } from '../identity/is-host.ts'

/** A path, or the whole address that a proxy may send (RFC 9112 §3.2). */
const isTarget = (target: string) =>
  target.startsWith('/') || (/^https?:\/\//i.test(target) && URL.canParse(target))

/** Refuses a request without a clear address: a missing, repeated or invalid `Host`, or an invalid target. */
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
