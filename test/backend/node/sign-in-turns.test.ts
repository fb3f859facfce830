import { expect, it, onTestFinished, vi } from 'vitest'
import { createSignInTurns } from '../../../backend/node/identity/sign-in-turns.ts'

it('sign-ins of one visitor run four at a time, are refused after two seconds or when many wait, and delay no other', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  onTestFinished(() => void vi.useRealTimers())
  const inTurn = createSignInTurns()
  let running = 0
  const refused: string[] = []
  for (let count = 0; count < 150; count++)
    inTurn('flood', () => {
      running++
      return new Promise(() => {})
    }).catch(({ code, details }) => refused.push(`${code} ${details.retryAfter}`))
  await vi.advanceTimersByTimeAsync(0)
  expect([running, refused]).toEqual([4, Array(46).fill('rate_limited 2')])
  expect(await inTurn('member', async () => 'signed in')).toBe('signed in')
  await vi.advanceTimersByTimeAsync(2_000)
  expect([running, refused]).toEqual([4, Array(146).fill('rate_limited 2')])
})
