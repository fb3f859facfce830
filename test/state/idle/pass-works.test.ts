import { expect, it } from 'vitest'
import { createRunningWorks } from '../../../src/state/core/running-work.ts'
import type { IdleWork } from '../../../src/state/idle/idle-state.ts'
import { passWorks } from '../../../src/state/idle-session/pass-works.ts'

it('names running work once, however many hooks follow the session', () => {
  const named = new Set<IdleWork>()
  const engine = {
    addWork(work: IdleWork) {
      named.add(work)
      return () => void named.delete(work)
    },
  }
  const labels = () => [...named].map(({ label, done }) => `${label} ${done}`)
  const works = createRunningWorks()
  const run = {}
  const leave = [passWorks(works, engine), passWorks(works, engine)]
  works.set(run, { kind: 'delete', done: 1, total: 9, pause: () => {} })
  expect(labels()).toEqual(['delete 1'])
  leave[0]?.()
  works.set(run, { kind: 'delete', done: 2, total: 9, pause: () => {} })
  expect(labels()).toEqual(['delete 2'])
  leave[1]?.()
  expect(labels()).toEqual([])
  const again = passWorks(works, engine)
  expect(labels()).toEqual(['delete 2'])
  again()
})
