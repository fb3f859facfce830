import { expect, it } from 'vitest'
import { networkOf } from '../../../backend/node/identity/network.ts'

it.each([
  [undefined, 'unknown'],
  ['203.0.113.5', '203.0.113.5'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0DB8:0001:0002::9', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['fe80::1%25eth0', 'fe80:0:0:0::/64'],
  ['::ffff:203.0.113.5', '203.0.113.5'],
  ['::ffff:cb00:7105', '203.0.113.5'],
  ['64:ff9b::203.0.113.5', '203.0.113.5'],
  ['64:ff9b::cb00:7106', '203.0.113.6'],
  ['64:ff9b:1::203.0.113.5', '64:ff9b:1:0::/64'],
])('%s is counted for %s', (address, network) => {
  expect(networkOf(address)).toBe(network)
})
