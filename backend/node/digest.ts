import { createHash } from 'node:crypto'
import type { Digest } from '../core/ports/digest.ts'

/** Hashes synchronously, since Web Crypto would wait behind password hashes in Node's thread pool. */
export const nodeDigest: Digest = (text) =>
  createHash('sha256').update(text).digest().subarray(0, 16).toString('base64url')
