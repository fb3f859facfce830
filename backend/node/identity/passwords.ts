import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto'

/** Work of a hash (RFC 7914 §2): memory is 128 · N · r bytes. */
export interface ScryptCost {
  N: number
  r: number
  p: number
}

/** OWASP's password storage guide lists several equivalent costs. This one needs the least memory. */
export const defaultCost: ScryptCost = { N: 2 ** 15, r: 8, p: 3 }

const keyLength = 32

const derive = (password: string, salt: Buffer, { N, r, p }: ScryptCost) =>
  new Promise<Buffer>((resolve, reject) => {
    const options: ScryptOptions = { N, r, p, maxmem: 256 * N * r }
    scrypt(password.normalize('NFKC'), salt, keyLength, options, (error, key) =>
      error ? reject(error) : resolve(key),
    )
  })

/** A salted hash with its parameters: `scrypt$N$r$p$salt$key`. */
export async function hashPassword(password: string, cost: ScryptCost = defaultCost): Promise<string> {
  const salt = randomBytes(16)
  const key = await derive(password, salt, cost)
  return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64'), key.toString('base64')].join('$')
}

/** Whether a password matches a hash. A hash of another kind never matches. */
export async function matchesPassword(password: string, hash: string): Promise<boolean> {
  const [kind, N, r, p, salt = '', key = ''] = hash.split('$')
  if (kind !== 'scrypt') return false
  const cost = { N: Number(N), r: Number(r), p: Number(p) }
  return timingSafeEqual(
    await derive(password, Buffer.from(salt, 'base64'), cost),
    Buffer.from(key, 'base64'),
  )
}
