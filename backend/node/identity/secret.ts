import { createHash, randomBytes } from 'node:crypto'

const form = /^[A-Za-z0-9_-]{43}$/

/** 256 random bits for a cookie. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

/** What is kept of a secret: a copy of the database opens nothing. Undefined for what is no secret of ours. */
export const hashSecret = (secret: string | undefined): Buffer | undefined =>
  secret !== undefined && form.test(secret) ? createHash('sha256').update(secret).digest() : undefined
