import { afterAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
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

  it('are limited by email, from any address and in any spelling, and again allowed a quarter of an hour later', async () => {
    const spellings = ['ada@one.example', 'ADA@one.example', ' ada＠one.example ', 'ada@one.example']
    const attempts = spellings.map((email, index): [string, string] => [email, `192.0.2.${index}`])
    expect(await codes(attempts)).toEqual([...Array(3).fill('wrong_credentials'), 'rate_limited'])

    const right = await opened.signIn({ from: { address: '192.0.2.99' } })
    expect(right.status).toBe(429)
    const seconds = Number(right.headers.get('retry-after'))
    expect(seconds).toBeGreaterThan(14 * 60)
    expect(seconds).toBeLessThanOrEqual(15 * 60)

    await opened.advance(15 * minute + 1_000)
    expect((await opened.signIn()).status).toBe(204)
  })

  it('are limited alike for an unknown email', async () => {
    const attempts = Array.from({ length: 4 }, (_, index): [string, string] => [
      'no@one.example',
      `192.0.2.${index}`,
    ])
    expect(await codes(attempts)).toEqual([...Array(3).fill('wrong_credentials'), 'rate_limited'])
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
    ['fe80::1', 'fe80::ffff:ffff:ffff:ffff', 'fe80::1:ffff:ffff:ffff:ffff'],
  ])('from %s and %s count as one network, and from %s as another', async (one, same, other) => {
    const from = (address: string, count: number) =>
      codes(Array.from({ length: count }, (_, index) => [`${address}-${index}@one.example`, address]))
    await from(one, 3)
    await from(same, 3)
    expect(await from(other, 1)).toEqual(['wrong_credentials'])
    expect([await from(one, 1), await from(same, 1)]).toEqual([['rate_limited'], ['rate_limited']])
  })

  it('are ten for an email and a hundred for an address, where nothing else is set', async () => {
    const { signIn, store } = await openIdentity({})
    onTestFinished(() => store.close())
    const told = async (email: string, address: string) =>
      codeOf(await signIn({ body: { email, password: 'wrong password' }, from: { address } }))
    const first: string[] = []
    for (let index = 0; index < 11; index++) first.push(await told('ada@one.example', `192.0.2.${index}`))
    expect(first).toEqual([...Array(10).fill('wrong_credentials'), 'rate_limited'])
    const second: string[] = []
    for (let index = 0; index < 101; index++) second.push(await told(`u${index}@one.example`, '198.51.100.1'))
    expect(second).toEqual([...Array(100).fill('wrong_credentials'), 'rate_limited'])
  })

  it('that succeed forgive their own account alone, and one attempt of their address', async () => {
    const counted = async () => {
      const rows = await opened.database.db.selectFrom('sign_in_attempts').select('count').execute()
      return rows.map(({ count }) => count).toSorted()
    }
    await codes([
      ['bob@one.example', '192.0.2.1'],
      ['bob@one.example', '192.0.2.1'],
      ['ada@one.example', '192.0.2.2'],
    ])
    expect(await counted()).toEqual([1, 1, 2, 2])
    expect((await opened.signIn({ from: { address: '192.0.2.1' } })).status).toBe(204)
    expect(await counted()).toEqual([1, 2, 2])
  })

  it('that are many at once are counted all', async () => {
    const responses = await Promise.all(
      Array.from({ length: 12 }, (_, index) => fail('ada@one.example', `192.0.2.${index}`)),
    )
    expect(responses.filter(({ status }) => status === 401)).toHaveLength(3)
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
    const rows = await opened.database.db.selectFrom('sign_in_attempts').select('key').execute()
    expect(rows).toHaveLength(2)
  })
})
