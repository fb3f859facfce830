import { describe, expect, it } from 'vitest'
import { defaultCost, hashPassword, matchesPassword } from '../../../backend/node/identity/passwords.ts'

/** Too cheap for anything but tests. */
const cheap = { N: 2 ** 10, r: 8, p: 1 }

describe('a password hash', () => {
  it('says how it was made: kind, cost, 16 bytes of salt and 32 bytes of key', async () => {
    const [kind, N, r, p, salt = '', key = '', ...more] = (await hashPassword('a password', cheap)).split('$')
    expect([kind, N, r, p, more]).toEqual(['scrypt', '1024', '8', '1', []])
    expect(Buffer.from(salt, 'base64')).toHaveLength(16)
    expect(Buffer.from(key, 'base64')).toHaveLength(32)
  })

  it('costs at least what OWASP recommends if no cost is set', async () => {
    expect(defaultCost).toEqual({ N: 2 ** 15, r: 8, p: 3 })
    expect(await hashPassword('a password')).toMatch(/^scrypt\$32768\$8\$3\$/)
  })

  it('differs each time for the same password', async () => {
    const [one = '', two = ''] = await Promise.all([1, 2].map(() => hashPassword('a password', cheap)))
    const [saltAndKey, others] = [one, two].map((hash) => hash.split('$').slice(4))
    expect(saltAndKey?.[0]).not.toBe(others?.[0])
    expect(saltAndKey?.[1]).not.toBe(others?.[1])
  })

  it('matches only its password, even if new hashes have another cost', async () => {
    const hash = await hashPassword('a password', { N: 2 ** 11, r: 4, p: 2 })
    expect(await matchesPassword('a password', hash)).toBe(true)
    for (const other of ['a passwore', 'A password', 'a password ', ''])
      expect(await matchesPassword(other, hash)).toBe(false)
  })

  it('matches a password typed in another Unicode form', async () => {
    const hash = await hashPassword('Zoe\u0308 Ω password', cheap)
    expect(await matchesPassword('Zo\u00eb \u2126 password', hash)).toBe(true)
  })

  it('of another kind is refused without being compared', async () => {
    const hash = await hashPassword('a password', cheap)
    for (const kind of ['bcrypt', 'SCRYPT', '', 'scrypt2'])
      expect(await matchesPassword('a password', hash.replace(/^scrypt/, kind))).toBe(false)
  })
})
