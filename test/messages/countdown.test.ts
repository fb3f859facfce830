import { expect, it } from 'vitest'
import { formats } from '../../src/messages/formats.ts'

it.each([
  ['en', 58, '0:58'],
  ['en', 600, '10:00'],
  ['en', 3_900, '1:05:00'],
  ['de', 61, '1:01'],
  ['ar-EG', 58, '٠:٥٨'],
  ['fa', 605, '۱۰:۰۵'],
])('in %s, %i seconds are %s', (locale, seconds, text) => {
  expect(formats({ locale }).countdown(seconds)).toBe(text)
})
