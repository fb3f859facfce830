import { afterEach, describe, expect, it, vi } from 'vitest'
import { calendarDays } from '../../src/messages/calendar-days.ts'
import { counting } from '../../src/messages/counting.ts'
import { formatMessages } from '../../src/messages/format-messages.ts'
import { formats } from '../../src/messages/formats.ts'
import { tableMessages } from '../../src/messages/table.ts'
import { usersSettingsMessages } from '../../src/messages/users-settings.ts'
import { usersTableMessages } from '../../src/messages/users-table.ts'

const constructors = ['NumberFormat', 'PluralRules', 'DateTimeFormat', 'ListFormat'] as const

/** Counts the Intl objects that are created from now on. */
function countIntl() {
  const spies = constructors.map((name) => vi.spyOn(Intl, name))
  return () => spies.reduce((sum, { mock }) => sum + mock.calls.length, 0)
}

const catalogues = [tableMessages, usersSettingsMessages, usersTableMessages]

describe('Intl objects', () => {
  afterEach(() => vi.restoreAllMocks())

  it('are not created for English catalogues with counts below 1,000', () => {
    const created = countIntl()
    for (const { messages } of catalogues) formatMessages(messages, { locale: 'en-AU' })
    const t = formatMessages(usersTableMessages.messages, { locale: 'en-AU' })
    expect([t.moreTeams({ count: 1 }), t.moreTeams({ count: 2 })]).toEqual(['1 more team', '2 more teams'])
    expect(created()).toBe(0)
  })

  it('are created once for all catalogues of a locale', () => {
    const created = countIntl()
    for (const { messages } of catalogues) formatMessages(messages, { locale: 'de-AT' })
    expect(created()).toBe(0)
    for (let at = 0; at < 3; at += 1)
      formatMessages(usersTableMessages.messages, { locale: 'de-AT' }).moreTeams({ count: 2 })
    expect(created()).toBe(2)
  })

  it('are not created for the dates and counts of the default locale', () => {
    const created = countIntl()
    const { date, number } = formats({ locale: 'en-US', timeZone: 'UTC' })
    expect([date('2026-11-01', Date.UTC(2026, 10, 27)), number(1_204)]).toEqual(['Nov 1', '1,204'])
    expect(created()).toBe(0)
  })

  it('are not created to count days in UTC or the zone of the browser', () => {
    const created = countIntl()
    for (const timeZone of ['UTC', undefined])
      expect(
        formats({ locale: 'en-NZ', timeZone }).daysBetween('2026-03-01T12:00:00Z', '2026-03-04T12:00:00Z'),
      ).toBe(3)
    expect(created()).toBe(0)
  })
})

describe('what is formatted without Intl', () => {
  const moments = Array.from({ length: 800 }, (_, at) => new Date(Date.UTC(2025, 0, 1, 7) + at * 86_400_000))
  const oddMoments = ['0001-01-01T12:00:00Z', '-000400-06-01T12:00:00Z', '+012026-03-01T12:00:00Z']
  const now = Date.UTC(2026, 5, 1)
  const zones = ['UTC', undefined, 'Asia/Kathmandu', 'Pacific/Kiritimati']

  it.each(['en', 'en-US', 'en-GB', 'en-XA'])('dates in %s read as Intl has them', (locale) => {
    for (const timeZone of zones) {
      const { date } = formats({ locale, timeZone })
      const numeric = new Intl.DateTimeFormat('en', { timeZone, year: 'numeric' })
      const parts = { timeZone, day: 'numeric', month: 'short' } as const
      const short = new Intl.DateTimeFormat(locale, parts)
      const full = new Intl.DateTimeFormat(locale, { ...parts, year: 'numeric' })
      for (const moment of [...moments, ...oddMoments.map((odd) => new Date(odd))]) {
        const isThisYear = numeric.format(moment) === numeric.format(now)
        expect(date(moment, now)).toBe((isThisYear ? short : full).format(moment))
      }
    }
  })

  it('an invalid date is refused as Intl refuses it', () => {
    expect(() => formats({ locale: 'en', timeZone: 'UTC' }).date('no date', now)).toThrow(RangeError)
  })
})

it('counting agrees with Intl', () => {
  for (const locale of ['en', 'en-US', 'en-GB', 'en-IN', 'en-XA', 'en-u-nu-arab', 'de', 'ar']) {
    const { number, form } = counting(locale)
    for (const value of [
      0,
      1,
      2,
      -1,
      11,
      999,
      1_000,
      99_999,
      1_234_567,
      2 ** 60,
      1.5,
      -5,
      -1_000,
      Number.NaN,
    ]) {
      expect(number(value)).toBe(new Intl.NumberFormat(locale).format(value))
      expect(form(value)).toBe(new Intl.PluralRules(locale).select(value))
    }
  }
})

it('calendarDays agree with Intl around midnight, summer time and the first years', () => {
  const moments = [
    '2026-03-29T00:59:59Z',
    '2026-10-25T01:30:00Z',
    '2026-12-31T23:59:59Z',
    '2024-02-29T12:00:00Z',
    '0001-01-01T00:00:00Z',
  ]
  const zones = [undefined, 'UTC', 'Europe/Vienna', 'Asia/Kathmandu', 'Pacific/Kiritimati']
  for (const timeZone of zones)
    for (const moment of moments) {
      const { year, number } = calendarDays(timeZone)(new Date(moment))
      const day = new Intl.DateTimeFormat('sv', { timeZone, dateStyle: 'short' }).format(new Date(moment))
      expect([timeZone, moment, new Date(number * 86_400_000).toISOString().slice(0, 10)]).toEqual([
        timeZone,
        moment,
        day.padStart(10, '0'),
      ])
      expect(year).toBe(Number(day.slice(0, -6)))
    }
})
