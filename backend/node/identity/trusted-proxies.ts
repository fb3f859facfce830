import { isIP } from 'node:net'
import type { Connection } from './connection.ts'
import { isHost } from './is-host.ts'
import { plainAddress } from './trusted-blocks.ts'

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

/** What the nearest proxy wrote. */
const last = (list: string | undefined) => list?.split(',').at(-1)?.trim()

/** Trusts the proxies whose plain addresses `isTrusted` accepts. */
export function trustProxies(isTrusted: (address: string) => boolean): ReadConnection {
  return function connectionOf({ remoteAddress, isEncrypted, forwardedFor, ...forwarded }) {
    let address = remoteAddress === undefined ? undefined : plainAddress(remoteAddress)
    if (address === undefined || !isTrusted(address)) return { address, isHttps: isEncrypted }

    // The nearest proxy wrote the last entry. Go back to the first address that isn't a trusted proxy's.
    const hops = (forwardedFor ?? '').split(',').map(plainAddress)
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
