import { expect, it } from 'vitest'
import { formats } from '../../src/messages/formats.ts'
import { knownLocale } from '../../src/messages/known-locale.ts'

it('knownLocale reads what systems write, and returns English for an invalid locale', () => {
  const asked = ['de-AT', 'pt_BR', 'en-xa', 'en-US@posix', 'C', '', 'not a locale']
  expect(asked.map(knownLocale)).toEqual(['de-AT', 'pt-BR', 'en-XA', 'en', 'en', 'en', 'en'])
})

it('formats fall back to the browser for a time zone that does not exist', () => {
  const moment = '2026-03-14T14:20:00Z'
  const inZone = (timeZone?: string) => {
    const { time, dateTime, daysBetween } = formats({ locale: 'en-GB', timeZone })
    return [time(moment), dateTime(moment), daysBetween('2026-03-13T23:30:00Z', moment)]
  }
  expect(inZone('Asia/Tokyo')[0]).toBe('23:20')
  for (const zone of ['Mars/Olympus', '', 'not a zone']) expect(inZone(zone)).toEqual(inZone())
})
