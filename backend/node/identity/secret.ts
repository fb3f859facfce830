import { createHash, randomBytes } from 'node:crypto'

const form = /^[A-Za-z0-9_-]{43}$/

/** 256 random bits for a cookie. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

/**
 * The stored form of a secret, so that a copy of the database gives no access. Undefined for a value that isn't one of
 * our secrets.
 */
export const hashSecret = (secret: string | undefined): Buffer | undefined =>
  secret !== undefined && form.test(secret) ? createHash('sha256').update(secret).digest() : undefined
