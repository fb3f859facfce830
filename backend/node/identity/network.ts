import { isIPv6 } from 'node:net'

/** The groups of an IPv6 address. The URL parser reads every spelling and returns one. */
function groupsOf(address: string): string[] {
  const [plain = ''] = address.split('%')
  const canonical = new URL(`http://[${plain}]`).hostname.slice(1, -1)
  const [head = '', tail] = canonical.split('::')
  const before = head.split(':').filter(Boolean)
  const after = (tail ?? '').split(':').filter(Boolean)
  const zeros = Array.from({ length: 8 - before.length - after.length }, () => '0')
  return [...before, ...zeros, ...after]
}

/** IPv4 inside IPv6, in hexadecimal. */
function embedded([high = '0', low = '0']: string[]): string {
  const [first, second] = [Number.parseInt(high, 16), Number.parseInt(low, 16)]
  return [first >> 8, first & 255, second >> 8, second & 255].join('.')
}

/** IPv4-mapped addresses, and those of a translator in front of an IPv6 network (RFC 6052), which share one /64. */
const embeddings = ['0:0:0:0:0:ffff', '64:ff9b:0:0:0:0']

/**
 * The network that a client's attempts are counted for: an IPv4 address, or the /64 of an IPv6 address, which belongs
 * to one customer. Clients without an address share one network.
 */
export function networkOf(address: string | undefined): string {
  if (!address) return 'unknown'
  if (!isIPv6(address)) return address
  const groups = groupsOf(address)
  const isEmbedding = embeddings.includes(groups.slice(0, 6).join(':'))
  return isEmbedding ? embedded(groups.slice(6)) : `${groups.slice(0, 4).join(':')}::/64`
}
