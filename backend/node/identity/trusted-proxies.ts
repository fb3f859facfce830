import { BlockList, isIP } from 'node:net'
import type { Connection } from './connection.ts'
import { isHost } from './is-host.ts'

/** The parts of a request that proxies write. */
export interface Arrival {
  remoteAddress: string | undefined
  isEncrypted: boolean
  forwardedFor: string | undefined
  forwardedProto: string | undefined
  forwardedHost?: string | undefined
}

/** Reads the client behind trusted proxies. What other clients forward is ignored. */
export type ReadConnection = (arrival: Arrival) => Connection

const family = (address: string) => (isIP(address) === 6 ? 'ipv6' : 'ipv4')

/** The address of `203.0.113.5:4711` or `[2001:db8::1]:4711`, as some proxies write it. */
const withoutPort = (text: string) =>
  /^\[([^\]]+)\](?::\d{1,5})?$/.exec(text)?.[1] ?? /^(\d+(?:\.\d+){3}):\d{1,5}$/.exec(text)?.[1] ?? text

/** The address in its plainest form: without a port, and IPv4 not inside IPv6. */
const plain = (text: string) => withoutPort(text.trim()).replace(/^::ffff:(?=\d+\.)/i, '')

/** Whether a text is an address, or a block of them in CIDR notation. */
export function isAddressBlock(text: string): boolean {
  const [address = '', prefix] = text.split('/')
  const bits = isIP(address) === 6 ? 128 : 32
  return isIP(address) > 0 && (prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= bits))
}

/** What the nearest proxy wrote. */
const last = (list: string | undefined) => list?.split(',').at(-1)?.trim()

/** Trusts the proxies at these addresses and blocks. */
export function trustProxies(blocks: string[]): ReadConnection {
  const trusted = new BlockList()
  for (const block of blocks) {
    const [address = '', prefix] = block.split('/')
    if (prefix === undefined) trusted.addAddress(address, family(address))
    else trusted.addSubnet(address, Number(prefix), family(address))
  }
  const isTrusted = (address: string) => isIP(address) > 0 && trusted.check(address, family(address))

  return function connectionOf({ remoteAddress, isEncrypted, forwardedFor, ...forwarded }) {
    let address = remoteAddress === undefined ? undefined : plain(remoteAddress)
    if (address === undefined || !isTrusted(address)) return { address, isHttps: isEncrypted }

    // The nearest proxy wrote the last entry. Go back to the first address that isn't a trusted proxy's.
    const hops = (forwardedFor ?? '').split(',').map(plain)
    for (let hop = hops.pop(); hop && isIP(hop) > 0; hop = hops.pop()) {
      address = hop
      if (!isTrusted(hop)) break
    }
    const protocol = last(forwarded.forwardedProto)?.toLowerCase()
    const host = last(forwarded.forwardedHost)
    return {
      address,
      isHttps: protocol ? protocol === 'https' : isEncrypted,
      ...(host && isHost(host) && { host }),
    }
  }
}
