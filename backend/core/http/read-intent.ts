import { isId } from '../../../src/contract/id.ts'
import { Refused } from '../ports/refused.ts'

/** The intent of a request, from its `Idempotency-Key`. */
export function readIntent({ headers }: Request): string {
  const key = headers.get('idempotency-key') ?? ''
  if (isId(key)) return key
  const detail = 'must be an id of 1–128 URL-safe characters'
  throw new Refused('idempotency_key_required', { fields: [{ pointer: '/headers/idempotency-key', detail }] })
}
