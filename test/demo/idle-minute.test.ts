import { expect, it } from 'vitest'
import { idleMinuteIn } from '../../demo/server/idle-minute.ts'

it('is a real minute unless the variable is set', () => {
  expect(idleMinuteIn({})).toBeUndefined()
  expect(idleMinuteIn({ DEMO_IDLE_MINUTE: ' ' })).toBeUndefined()
  expect(idleMinuteIn({ DEMO_IDLE_MINUTE: '6000' })).toBe(6_000)
})

it.each(['0', '-6000', '499', '60001', '6e3', '6 s', '1.5'])('refuses a minute of %j', (text) => {
  expect(() => idleMinuteIn({ DEMO_IDLE_MINUTE: text })).toThrow(
    `DEMO_IDLE_MINUTE must be a number of milliseconds from 500 to 60000, got "${text}".`,
  )
})
