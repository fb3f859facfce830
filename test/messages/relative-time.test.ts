import { describe, expect, it } from 'vitest'
import { formatMessages } from '../../src/messages/format-messages.ts'
import { formats } from '../../src/messages/formats.ts'
import { relativeTime } from '../../src/messages/relative-time.ts'
import { timeMessages } from '../../src/messages/time.ts'

const messages = formatMessages(timeMessages.messages, { locale: 'en-GB' })
const now = Date.parse('2026-03-14T14:20:00Z')
const say = (value: string, timeZone = 'UTC', at = now) =>
  relativeTime(value, at, messages, formats({ locale: 'en-GB', timeZone }))

describe('relativeTime', () => {
  it('grows coarser with age', () => {
    expect(say('2026-03-14T14:19:30Z')).toBe('Now')
    expect(say('2026-03-14T14:19:00Z')).toBe('1 min ago')
    expect(say('2026-03-14T12:10:00Z')).toBe('2 h ago')
    expect(say('2026-03-13T20:00:00Z')).toBe('Yesterday')
    expect(say('2026-03-11T20:00:00Z')).toBe('3 days ago')
    expect(say('2026-03-02T20:00:00Z')).toBe('2 Mar')
    expect(say('2025-12-31T20:00:00Z')).toBe('31 Dec 2025')
  })

  it('changes its unit at a minute, an hour, a day and a week', () => {
    expect(say('2026-03-14T14:19:01Z')).toBe('Now')
    expect(say('2026-03-14T13:20:01Z')).toBe('59 min ago')
    expect(say('2026-03-14T13:20:00Z')).toBe('1 h ago')
    expect(say('2026-03-12T23:00:00Z')).toBe('2 days ago')
    expect(say('2026-03-08T00:00:00Z')).toBe('6 days ago')
    expect(say('2026-03-07T23:59:00Z')).toBe('7 Mar')
  })

  it('changes from hours to yesterday six hours after', () => {
    const morning = Date.parse('2026-03-14T05:00:00Z')
    expect(say('2026-03-13T23:00:01Z', 'UTC', morning)).toBe('5 h ago')
    expect(say('2026-03-13T23:00:00Z', 'UTC', morning)).toBe('Yesterday')
  })

  it('calls a moment ahead of the clock now', () => {
    expect(say('2026-03-14T14:25:00Z')).toBe('Now')
  })

  it('counts days in the time zone of the reader', () => {
    expect(say('2026-03-14T04:00:00Z')).toBe('10 h ago')
    expect(say('2026-03-14T04:00:00Z', 'America/Los_Angeles')).toBe('Yesterday')
  })

  it('counts hours just after midnight', () => {
    expect(say('2026-03-14T22:30:00Z', 'UTC', Date.parse('2026-03-15T00:45:00Z'))).toBe('2 h ago')
  })

  it('counts a day across the change to summer time as one day', () => {
    const at = Date.parse('2026-03-29T22:00:00Z')
    expect(say('2026-03-28T12:00:00Z', 'Europe/Berlin', at)).toBe('2 days ago')
  })
})
