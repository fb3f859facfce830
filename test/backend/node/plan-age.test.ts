import { expect, it, onTestFinished, vi } from 'vitest'
import { createPlanAge } from '../../../backend/node/database/plan-age.ts'

it('plans last for a second on a new connection, twice as long each time, and for a minute at most', () => {
  vi.useFakeTimers({ toFake: ['performance'] })
  onTestFinished(() => void vi.useRealTimers())
  const age = createPlanAge()
  const connection = {}
  const ended: number[] = []
  for (let second = 0; second <= 250; second++) {
    if (age.isOver(connection)) ended.push(second)
    vi.advanceTimersByTime(1_000)
  }
  expect(ended).toEqual([1, 3, 7, 15, 31, 63, 123, 183, 243])
  expect(age.isOver({})).toBe(false)
})
