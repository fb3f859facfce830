import { createHash } from 'node:crypto'

/** An id that is the same in every seed, and says nothing. */
export const seedId = (...parts: string[]) =>
  createHash('sha256').update(parts.join('\n')).digest('base64url').slice(0, 16)
