import { describe, expect, it } from 'vitest'
import { isAddressBlock, trustedBlocks } from '../../../backend/node/identity/trusted-blocks.ts'
import { trustProxies } from '../../../backend/node/identity/trusted-proxies.ts'

const connectionOf = trustProxies(trustedBlocks(['10.0.0.0/8', '::1']))

const arrival = (remoteAddress: string | undefined, forwardedFor?: string, forwardedProto?: string) =>
  connectionOf({ remoteAddress, forwardedFor, forwardedProto, isEncrypted: false })

describe('trustProxies', () => {
  it('takes the word of no stranger', () => {
    expect(arrival('203.0.113.5', '1.2.3.4', 'https')).toEqual({ address: '203.0.113.5', isHttps: false })
    expect(
      trustProxies(trustedBlocks([]))({
        remoteAddress: '10.0.0.1',
        forwardedFor: '1.2.3.4',
        forwardedProto: 'https',
        isEncrypted: false,
      }),
    ).toEqual({ address: '10.0.0.1', isHttps: false })
  })

  it('takes the last address that a trusted proxy did not come from, whatever the client wrote before', () => {
    expect(arrival('10.0.0.1', '6.6.6.6, 203.0.113.5, 10.9.9.9').address).toBe('203.0.113.5')
    expect(arrival('::1', '6.6.6.6, 2001:db8::1').address).toBe('2001:db8::1')
    expect(arrival('::ffff:10.0.0.1', '203.0.113.5').address).toBe('203.0.113.5')
  })

  it.each([
    ['203.0.113.5:4711', '203.0.113.5'],
    ['[2001:db8::1]:4711', '2001:db8::1'],
    ['[2001:db8::1]', '2001:db8::1'],
    ['::ffff:203.0.113.5', '203.0.113.5'],
    ['[::ffff:203.0.113.5]:80', '203.0.113.5'],
    ['203.0.113.5:0, 10.9.9.9:65535', '203.0.113.5'],
    ['fe80::1%eth0', 'fe80::1%eth0'],
    ['203.0.113.5:port', '10.0.0.1'],
    ['203.0.113.5,', '10.0.0.1'],
    ['unknown, 203.0.113.5', '203.0.113.5'],
    ['203.0.113.5, unknown', '10.0.0.1'],
    ['203.0.113.5:123456', '10.0.0.1'],
    ['[203.0.113.5', '10.0.0.1'],
    ['2001:db8::1:4711', '2001:db8::1:4711'],
  ])('takes a forwarded address with a port as itself: %s', (forwardedFor, expected) => {
    expect(arrival('10.0.0.1', forwardedFor).address).toBe(expected)
  })

  it('stays with the proxy where the list makes no sense', () => {
    expect(arrival('10.0.0.1', 'unknown').address).toBe('10.0.0.1')
    expect(arrival('10.0.0.1', '203.0.113.5, <script>').address).toBe('10.0.0.1')
    expect(arrival('10.0.0.1').address).toBe('10.0.0.1')
    expect(arrival(undefined, '203.0.113.5').address).toBeUndefined()
  })

  it.each<[string, string | undefined]>([
    ['app.example', 'app.example'],
    ['app.example:8443', 'app.example:8443'],
    ['[2001:db8::1]:8443', '[2001:db8::1]:8443'],
    ['evil.example, app.example', 'app.example'],
    ['evil.example/@app.example', undefined],
    ['08', undefined],
    ['', undefined],
  ])('takes the forwarded host of the nearest proxy, if it is one: %s', (forwardedHost, host) => {
    const forwarded = {
      forwardedHost,
      forwardedFor: undefined,
      forwardedProto: undefined,
      isEncrypted: false,
    }
    expect(connectionOf({ ...forwarded, remoteAddress: '10.0.0.1' }).host).toBe(host)
    expect(connectionOf({ ...forwarded, remoteAddress: '203.0.113.5' }).host).toBeUndefined()
  })

  it('believes a trusted proxy that the browser speaks HTTPS', () => {
    expect(arrival('10.0.0.1', '203.0.113.5', 'https').isHttps).toBe(true)
    expect(arrival('10.0.0.1', '203.0.113.5', 'https, http').isHttps).toBe(false)
    expect(arrival('10.0.0.1', '203.0.113.5', ' HTTPS ').isHttps).toBe(true)
    expect(arrival('10.0.0.1', '203.0.113.5', 'wss').isHttps).toBe(false)
    for (const isEncrypted of [true, false]) {
      const direct = {
        remoteAddress: '10.0.0.1',
        forwardedFor: undefined,
        forwardedProto: undefined,
        isEncrypted,
      }
      expect(connectionOf(direct).isHttps).toBe(isEncrypted)
    }
  })

  it.each(['10.0.0.1', '10.0.0.0/8', '::1', 'fd00::/8'])('knows %s as addresses', (block) => {
    expect(isAddressBlock(block)).toBe(true)
  })

  it.each(['loopback', '10.0.0.0/33', '10.0.0/8', '::/129', '/8', '10.0.0.1/'])(
    'knows %s as none',
    (block) => {
      expect(isAddressBlock(block)).toBe(false)
    },
  )
})
