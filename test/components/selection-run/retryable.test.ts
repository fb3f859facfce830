import { describe, expect, it } from 'vitest'
import { retryable } from '../../../src/components/selection-run/retryable.ts'

const many = (count: number, code: string) => Array.from({ length: count }, () => ({ code }))

describe('how many failed rows can be retried', () => {
  it('leaves out those that have to be looked at', () => {
    expect(retryable([...many(3, 'last_admin'), ...many(2, 'changed_since')], 5)).toBe(3)
    expect(retryable([{ code: 'conflict', reason: 'changed_since' }], 1)).toBe(0)
  })

  it('is unknown while not all of them are loaded', () => {
    expect(retryable([...many(100, 'last_admin'), ...many(100, 'changed_since')], 250)).toBeUndefined()
  })

  it('is 0 if all that are loaded have to be looked at', () => {
    expect(retryable(many(200, 'changed_since'), 250)).toBe(0)
  })
})
