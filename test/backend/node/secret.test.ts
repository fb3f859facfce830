import { expect, it } from 'vitest'
import { hashSecret, newSecret } from '../../../backend/node/identity/secret.ts'

it('a secret has 256 random bits', () => {
  const secrets = Array.from({ length: 50 }, newSecret)
  for (const secret of secrets) {
    expect(secret).toMatch(/^[\w-]{43}$/)
    expect(Buffer.from(secret, 'base64url')).toHaveLength(32)
  }
  expect(new Set(secrets).size).toBe(secrets.length)
})

it('only what has a secret’s form is hashed, by SHA-256', () => {
  const [secret, other] = [newSecret(), newSecret()]
  expect(hashSecret(secret)).toHaveLength(32)
  expect(hashSecret(secret)).toEqual(hashSecret(secret))
  expect(hashSecret(secret)).not.toEqual(hashSecret(other))
  for (const text of [undefined, '', 'x', `${secret}x`, ` ${secret}`, secret.slice(1), 'é'.repeat(43)])
    expect(hashSecret(text)).toBeUndefined()
})
