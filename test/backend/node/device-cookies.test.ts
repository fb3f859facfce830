import { describe, expect, it } from 'vitest'
import { createDeviceCookies } from '../../../backend/node/identity/device-cookies.ts'

const second = 1_000
const day = 24 * 60 * 60

/** Device cookies that last for 180 days, with a clock. */
function cookies(secretKey = 'k'.repeat(32)) {
  let now = Date.UTC(2026, 10, 27)
  const { issue, read } = createDeviceCookies({ secretKey, lifetime: 180 * day, clock: () => now })
  const advance = (ms: number) => {
    now += ms
  }
  return { issue, read, advance }
}

describe('a device cookie', () => {
  it('is of one account, whatever the case of its email, and another one at each sign-in', () => {
    const { issue, read } = cookies()
    const [first, second] = [issue('ada@one.example'), issue('ada@one.example')]
    const device = read(first, 'Ada@One.example')
    expect(device).toMatch(/^[\w-]{22}$/)
    expect(read(first, 'bob@one.example')).toBeUndefined()
    expect(read(second, 'ada@one.example')).not.toBe(device)
  })

  it('that someone kept is worth nothing after 180 days, though a browser would have deleted it', () => {
    const { issue, read, advance } = cookies()
    const kept = issue('ada@one.example')
    advance((180 * day - 1) * second)
    expect(read(kept, 'ada@one.example')).toBeDefined()
    advance(second)
    expect(read(kept, 'ada@one.example')).toBeUndefined()
  })

  it('of an instance whose clock is ahead is accepted by the others', () => {
    const [ahead, other] = [cookies(), cookies()]
    ahead.advance(3 * 3_600 * second)
    expect(other.read(ahead.issue('ada@one.example'), 'ada@one.example')).toBeDefined()
  })

  it('that was changed in any part, or signed by another key, is nobody’s', () => {
    const { issue, read } = cookies()
    const value = issue('ada@one.example')
    const [device = '', issuedAt = '', signature = ''] = value.split('.')
    const forged = [
      `${device}.${Number(issuedAt) + 1}.${signature}`,
      `${device}.0${issuedAt}.${signature}`,
      `${'A'.repeat(22)}.${issuedAt}.${signature}`,
      `${device}.${issuedAt}.${'A'.repeat(43)}`,
      `${device}.${signature}`,
      `${value}\n`,
      ` ${value}`,
      '..',
      cookies('x'.repeat(32)).issue('ada@one.example'),
    ]
    expect(forged.map((other) => read(other, 'ada@one.example'))).toEqual(forged.map(() => undefined))
  })
})
