import { isId } from '../../../src/contract/id.ts'
import { Refused } from '../ports/refused.ts'

/** The intent that a request names in `Idempotency-Key`. */
export function readIntent({ headers }: Request): string {
  const key = headers.get('idempotency-key') ?? ''
  if (isId(key)) return key
  const detail = 'names the change with an id of 1–128 URL-safe characters'
  throw new Refused('idempotency_key_required', { fields: [{ pointer: '/headers/idempotency-key', detail }] })
}
