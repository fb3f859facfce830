import { createHash } from 'node:crypto'

/** Returns an id that is the same in every seed and has no meaning. */
export const seedId = (...parts: string[]) =>
  createHash('sha256').update(parts.join('\n')).digest('base64url').slice(0, 16)
