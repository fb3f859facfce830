import { expect, it, onTestFinished, vi } from 'vitest'
import { openIdleEngine } from '../../../src/state/idle/open-idle-engine.ts'
import { minute } from './world.ts'

it('an engine that is opened while a server renders asks nothing, keeps no timer and is shared with nobody', async () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  let calls = 0
  const call = async () => {
    calls += 1
    throw new Error('offline')
  }
  const port = { sessionKey: 's1', get: call, report: call, end: call }
  const [engine, other] = [openIdleEngine({ port }), openIdleEngine({ port })]
  await vi.advanceTimersByTimeAsync(30 * minute)
  engine.noteActivity(0)
  await engine.stay()
  engine.close()
  expect([calls, vi.getTimerCount()]).toEqual([0, 0])
  expect([engine, other].map(({ getState }) => getState().phase)).toEqual(['off', 'off'])
  other.setPolicy({ timeoutMs: 10 * minute })
  expect([engine, other].map(({ getState }) => getState().policy.timeoutMs)).toEqual([null, 10 * minute])
})
