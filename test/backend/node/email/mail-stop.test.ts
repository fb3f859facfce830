import { expect, it } from 'vitest'
import { createMailStop } from '../../../../backend/node/email/mail-stop.ts'

it('fails a single address only if other emails were sent since it was refused', () => {
  const stop = createMailStop(
    () => 0,
    () => 1_000,
  )
  expect([stop.isAlone('a'), stop.isAlone('a'), stop.isAlone('b')]).toEqual([false, false, false])
  stop.clear()
  expect(stop.isAlone('a')).toBe(true)
  expect(stop.isAlone('a')).toBe(false)
})
