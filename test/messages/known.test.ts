import { expect, it } from 'vitest'
import { knownLocale } from '../../src/messages/known-locale.ts'
import { knownTimeZone } from '../../src/messages/known-time-zone.ts'

it('knownLocale reads what systems write, and English for what is no locale', () => {
  const asked = ['de-AT', 'pt_BR', 'en-xa', 'en-US@posix', 'C', '', 'not a locale']
  expect(asked.map(knownLocale)).toEqual(['de-AT', 'pt-BR', 'en-XA', 'en', 'en', 'en', 'en'])
})

it('knownTimeZone leaves to the browser what is no zone', () => {
  const asked = ['Europe/Vienna', 'Mars/Olympus', '', undefined]
  expect(asked.map((zone) => knownTimeZone(zone) || undefined)).toEqual([
    'Europe/Vienna',
    undefined,
    undefined,
    undefined,
  ])
})
