import { describe, expect, it } from 'vitest'
import { passing } from '../../../backend/node/database/passing.ts'

const failure = (code: string, message = 'failed') => Object.assign(new Error(message), { code })

describe('why a statement failed', () => {
  it.each(['40001', '40P01'])('%s is a conflict', (code) => {
    expect(passing(failure(code))).toBe('conflict')
  })

  it.each([
    '08000',
    '08006',
    '08P01',
    '57P01',
    '57P02',
    '57P05',
    '25P03',
    '40003',
    '26000',
    '42P05',
    'ECONNRESET',
    'EPIPE',
  ])('%s is a lost connection', (code) => {
    expect(passing(failure(code))).toBe('lost')
  })

  it.each([
    '55P03',
    '25006',
    '57014',
    '57P03',
    '57P04',
    '53100',
    '53200',
    '53300',
    '58030',
    'ECONNREFUSED',
    'EHOSTUNREACH',
    'ENETUNREACH',
    'ETIMEDOUT',
    'ENOTFOUND',
    'EAI_AGAIN',
  ])('%s is a database that is away', (code) => {
    expect(passing(failure(code))).toBe('away')
  })

  it.each([
    ['Query read timeout', 'away'],
    ['timeout exceeded when trying to connect', 'away'],
    ['Connection terminated due to connection timeout', 'away'],
    ['Connection terminated unexpectedly', 'lost'],
    ['Client has encountered a connection error and is not queryable', 'lost'],
  ])('"%s" is %s', (message, reason) => {
    expect(passing(new Error(message))).toBe(reason)
  })

  it.each(['42P01', '42601', '23505', '23503', '22P02', '25P02', 'XX000', 'ERR_ASSERTION', 'ENOENT'])(
    '%s does not pass',
    (code) => {
      expect(passing(failure(code))).toBeUndefined()
    },
  )

  it('an error that isn’t of a database does not pass', () => {
    expect(passing(new TypeError('undefined is not a function'))).toBeUndefined()
    expect(passing('57P01')).toBeUndefined()
  })
})
