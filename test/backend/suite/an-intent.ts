import { randomUUID } from 'node:crypto'
import type { Intent } from '../../../backend/core/ports/write.ts'

/** An intent of the user `u1`, new unless it says otherwise. */
export const anIntent = (intent: Partial<Intent> = {}): Intent => ({
  id: `i-${randomUUID()}`,
  fingerprint: 'POST /v1/anything',
  actor: { kind: 'user', id: 'u1' },
  requestId: 'r-1',
  ...intent,
})
