import { BlockList, isIP } from 'node:net'

const family = (address: string) => (isIP(address) === 6 ? 'ipv6' : 'ipv4')

/** The address of `203.0.113.5:4711` or `[2001:db8::1]:4711`, as some proxies write it. */
const withoutPort = (text: string) =>
  /^\[([^\]]+)\](?::\d{1,5})?$/.exec(text)?.[1] ?? /^(\d+(?:\.\d+){3}):\d{1,5}$/.exec(text)?.[1] ?? text

/** The address in its plainest form: without a port, and IPv4 not inside IPv6. */
export const plainAddress = (text: string): string =>
  withoutPort(text.trim()).replace(/^::ffff:(?=\d+\.)/i, '')

/** Whether a text is an address, or a block of them in CIDR notation. */
export function isAddressBlock(text: string): boolean {
  const [address = '', prefix] = text.split('/')
  const bits = isIP(address) === 6 ? 128 : 32
  return isIP(address) > 0 && (prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= bits))
}

/** Returns a function that says whether a plain address is in one of these addresses and blocks. */
export function trustedBlocks(blocks: readonly string[]): (address: string) => boolean {
  const trusted = new BlockList()
  for (const block of blocks) {
    const [address = '', prefix] = block.split('/')
    if (prefix === undefined) trusted.addAddress(address, family(address))
    else trusted.addSubnet(address, Number(prefix), family(address))
  }
  return (address) => isIP(address) > 0 && trusted.check(address, family(address))
}
