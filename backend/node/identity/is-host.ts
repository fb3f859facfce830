import { isIPv6 } from 'node:net'

const hostName = /^[a-z0-9]([a-z0-9._-]*)(:\d{1,5})?$/i
const literal = /^\[([0-9a-f:.]+)\](:\d{1,5})?$/i

/**
 * Whether a text is a host name or address in its own form. It must not contain characters at which a URL ends its
 * host, or be a number that a URL rewrites.
 */
export function isHost(text: string): boolean {
  const address = literal.exec(text)?.[1]
  if (address !== undefined) return isIPv6(address) && URL.canParse(`http://${text}`)
  if (!hostName.test(text) || !URL.canParse(`http://${text}`)) return false
  return new URL(`http://${text}`).hostname === text.replace(/:\d+$/, '').toLowerCase()
}
