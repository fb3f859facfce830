import { afterAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { inTurnOf } from '../../../backend/node/database/turn.ts'
import { createSignInAttempts } from '../../../backend/node/identity/sign-in-attempts.ts'
import { sweep } from '../../../backend/node/sweeping/sweep.ts'
import { seededRandom } from '../../../mocks/people/random.ts'
import { codeOf, openIdentity } from './open-identity.ts'

const minute = 60_000

describe('sign-in attempts', () => {
  const all: Awaited<ReturnType<typeof openIdentity>>[] = []
  let opened: Awaited<ReturnType<typeof openIdentity>>
  beforeEach(async () => {
    opened = await openIdentity()
    all.push(opened)
  })
  afterAll(() => Promise.all(all.map(({ store }) => store.close())))

  const fail = (email: string, address?: string) =>
    opened.signIn({ body: { email, password: 'wrong password' }, from: { address } })
  const codes = async (attempts: [email: string, address?: string][]) => {
    const found: string[] = []
    for (const attempt of attempts) found.push(await codeOf(await fail(...attempt)))
    return found
  }

  it('are limited for one address and account together, in any spelling, and again allowed a quarter of an hour later', async () => {
    const spellings = ['ada@one.example', 'ADA@one.example', ' ada＠one.example ', 'ada@one.example']
    const attempts = spellings.map((email): [string, string] => [email, '192.0.2.1'])
    expect(await codes(attempts)).toEqual([...Array(3).fill('wrong_credentials'), 'rate_limited'])

    const right = await opened.signIn({ from: { address: '192.0.2.1' } })
    expect(right.status).toBe(429)
    const seconds = Number(right.headers.get('retry-after'))
    expect(seconds).toBeGreaterThan(14 * 60)
    expect(seconds).toBeLessThanOrEqual(15 * 60)

    await opened.advance(15 * minute + 1_000)
    expect((await opened.signIn({ from: { address: '192.0.2.1' } })).status).toBe(204)
  })

  it('of a stranger don’t lock a person out of their account at another address', async () => {
    await codes(Array.from({ length: 20 }, () => ['ada@one.example', '192.0.2.1']))
    expect((await opened.signIn({ from: { address: '192.0.2.2' } })).status).toBe(204)
  })

  it('are limited for an account from all addresses, known or not', async () => {
    for (const email of ['ada@one.example', 'no@one.example']) {
      const attempts = Array.from({ length: 6 }, (_, index): [string, string] => [email, `192.0.2.${index}`])
      expect(await codes(attempts)).toEqual([...Array(5).fill('wrong_credentials'), 'rate_limited'])
    }
  })

  it('that are refused don’t count against anyone', async () => {
    await codes(Array.from({ length: 9 }, () => ['ada@one.example', '192.0.2.1']))
    const rows = await opened.database.db.selectFrom('sign_in_attempts').select('count').execute()
    expect(rows.map(({ count }) => count)).toEqual([3, 3, 3])
  })

  it.each([
    ['one address', () => '192.0.2.1'],
    ['one network of IPv6', (index: number) => `2001:db8:1:2::${index + 1}`],
    ['no address at all', () => undefined],
  ])('are limited by %s, whatever the email', async (_name, addressOf) => {
    const attempts = Array.from({ length: 7 }, (_, index): [string, string | undefined] => [
      `u${index}@one.example`,
      addressOf(index),
    ])
    expect((await codes(attempts)).at(-1)).toBe('rate_limited')
    expect((await codes([['u9@one.example', '192.0.2.200']]))[0]).toBe('wrong_credentials')
  })

  it.each([
    ['::1', '0:0:0:0:1::', '0:0:0:1::'],
    ['2001:db8::', '2001:db8:0:0:ffff::1', '2001:db8:0:1::'],
    ['2001:db8:1:2:3:4:5:6', '2001:0db8:0001:0002::', '2001:db8:1:3:3:4:5:6'],
    ['2001:db8::1', '2001:db8:0:0:0:0:0:2', '2001:db8:1::1'],
    ['2001:db8:0:7::', '2001:DB8::7:0:0:0:1', '2001:db8::8:0:0:0:1'],
    ['203.0.113.9', '::ffff:cb00:7109', '::ffff:203.0.113.10'],
    ['fe80::1', 'fe80::ffff:ffff:ffff:ffff', 'fe80::1:ffff:ffff:ffff:ffff'],
  ])('from %s and %s count as one network, and from %s as another', async (one, same, other) => {
    const from = (address: string, count: number) =>
      codes(Array.from({ length: count }, (_, index) => [`${address}-${index}@one.example`, address]))
    await from(one, 3)
    await from(same, 3)
    expect(await from(other, 1)).toEqual(['wrong_credentials'])
    expect([await from(one, 1), await from(same, 1)]).toEqual([['rate_limited'], ['rate_limited']])
  })

  it('are ten for a pair, a hundred for an address and a hundred for an account, where nothing else is set', async () => {
    const { signIn, store } = await openIdentity({})
    onTestFinished(() => store.close())
    const told = async (email: string, address: string) =>
      codeOf(await signIn({ body: { email, password: 'wrong password' }, from: { address } }))
    const first: string[] = []
    for (let index = 0; index < 11; index++) first.push(await told('bob@one.example', '192.0.2.1'))
    expect(first).toEqual([...Array(10).fill('wrong_credentials'), 'rate_limited'])
    const second: string[] = []
    for (let index = 0; index < 101; index++) second.push(await told(`u${index}@one.example`, '198.51.100.1'))
    expect(second).toEqual([...Array(100).fill('wrong_credentials'), 'rate_limited'])
    const third: string[] = []
    for (let index = 0; index < 101; index++) third.push(await told('ada@one.example', `203.0.113.${index}`))
    expect(third).toEqual([...Array(100).fill('wrong_credentials'), 'rate_limited'])
  })

  it('that succeed forgive their own pair, and one attempt of their address and account', async () => {
    const counted = async () => {
      const rows = await opened.database.db.selectFrom('sign_in_attempts').select('count').execute()
      return rows.map(({ count }) => count).toSorted()
    }
    await codes([
      ['bob@one.example', '192.0.2.1'],
      ['bob@one.example', '192.0.2.1'],
      ['ada@one.example', '192.0.2.2'],
    ])
    expect(await counted()).toEqual([1, 1, 1, 2, 2, 2])
    expect((await opened.signIn({ from: { address: '192.0.2.2' } })).status).toBe(204)
    // Ada's pair is gone; her address and her account keep the failure before.
    expect(await counted()).toEqual([1, 1, 2, 2, 2])
  })

  it('leave no row for each email that an address beyond its limit tries', async () => {
    const attempts = Array.from({ length: 40 }, (_, index): [string, string] => [
      `u${index}@one.example`,
      '192.0.2.1',
    ])
    expect((await codes(attempts)).slice(6)).toEqual(Array(34).fill('rate_limited'))
    const rows = await opened.database.db.selectFrom('sign_in_attempts').select('key').execute()
    expect(rows).toHaveLength(6 + 6 + 1)
  })

  it('that are many at once are counted all', async () => {
    const responses = await Promise.all(
      Array.from({ length: 12 }, (_, index) => fail('ada@one.example', `192.0.2.${index}`)),
    )
    expect(responses.filter(({ status }) => status === 401)).toHaveLength(5)
  })

  it('that count, succeed and are taken back at once never wait for each other in a circle', async () => {
    const { count, forgive, takeBack } = createSignInAttempts(opened.database)
    const random = seededRandom(20_261_127)
    const pick = (most: number) => Math.floor(random() * most)
    const acts = [count, forgive, takeBack]
    const failed: unknown[] = []
    // Few enough that none waits longer for a connection than a busy machine may take.
    for (let round = 0; round < 10; round++) {
      const all = Array.from({ length: 40 }, () => {
        const attempt = {
          email: `${pick(3)}@one.example`,
          address: `192.0.2.${pick(3)}`,
          device: pick(4) === 0 ? `device ${pick(3)}` : undefined,
        }
        return inTurnOf({ visitor: attempt.address }, async () => void (await acts[pick(3)]?.(attempt)))
      })
      failed.push(...(await Promise.allSettled(all)).filter(({ status }) => status === 'rejected'))
    }
    expect(failed).toEqual([])
  })

  it('that succeed are not held against anyone', async () => {
    for (let round = 0; round < 8; round++) expect((await opened.signIn()).status).toBe(204)
  })

  it('leave no trace once they are old, so that the table stays small', async () => {
    await codes(
      Array.from({ length: 5 }, (_, index): [string, string] => [
        `u${index}@one.example`,
        `192.0.2.${index}`,
      ]),
    )
    await opened.advance(16 * minute)
    await fail('last@one.example', '192.0.2.77')
    expect(await sweep(opened.database)).toEqual({ sign_in_attempts: 15 })
    const rows = await opened.database.db.selectFrom('sign_in_attempts').select('key').execute()
    expect(rows).toHaveLength(3)
  })

  describe('from a browser that has signed in before', () => {
    const deviceOf = (response: Response) => {
      const [, device = ''] = response.headers.getSetCookie()
      return device.split(';')[0] ?? ''
    }
    const asDevice = (device: string, password = 'right password', email = 'ada@one.example') =>
      opened.signIn({
        headers: { Cookie: device },
        body: { email, password },
        from: { address: '192.0.2.1' },
      })

    it('are stopped by no stranger: neither by those at its address nor by those of its account', async () => {
      const device = deviceOf(await opened.signIn())
      const strangers = Array.from({ length: 7 }, (_, index): [string, string] => [
        'ada@one.example',
        `192.0.2.${index}`,
      ])
      await codes(strangers)
      await codes(Array.from({ length: 7 }, (_, index) => [`u${index}@one.example`, '192.0.2.1']))
      expect(await codeOf(await opened.signIn({ from: { address: '192.0.2.1' } }))).toBe('rate_limited')
      expect((await asDevice(device)).status).toBe(204)
    })

    it('have a limit of their own, which a success and a new cookie end', async () => {
      const device = deviceOf(await opened.signIn())
      const next = deviceOf(await asDevice(device))
      expect(next).not.toBe(device)
      for (const code of ['wrong_credentials', 'wrong_credentials', 'rate_limited'])
        expect(await codeOf(await asDevice(next, 'wrong password'))).toBe(code)
      expect(await codeOf(await asDevice(next))).toBe('rate_limited')
      // They count against nobody else.
      expect((await opened.signIn({ from: { address: '192.0.2.1' } })).status).toBe(204)
    })

    it('are only known for their own account, and by a cookie that we signed', async () => {
      await opened.accounts.setPassword('bob@one.example', 'another password')
      const device = deviceOf(await opened.signIn())
      await codes(Array.from({ length: 6 }, (_, index) => ['bob@one.example', `198.51.100.${index}`]))
      expect(await codeOf(await asDevice(device, 'another password', 'bob@one.example'))).toBe('rate_limited')
      await codes(Array.from({ length: 6 }, (_, index) => ['ada@one.example', `198.51.100.${index}`]))
      const [name, value = ''] = device.split('=')
      const [id = '', signature = ''] = value.split('.')
      const forged = [
        id,
        `${id}.`,
        `${id}.${'A'.repeat(43)}`,
        `${'A'.repeat(22)}.${signature}`,
        `${value}x`,
        '',
      ]
      for (const other of forged)
        expect(await codeOf(await asDevice(`${name}=${other}`))).toBe('rate_limited')
      expect((await asDevice(device)).status).toBe(204)
    })
  })
})
