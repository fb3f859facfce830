import type { RunningIdleWork } from './IdleWorkProgress.tsx'

/** Adds up works with the same label, so that each kind of work is named once. */
export function addUpWorks(works: readonly RunningIdleWork[]): RunningIdleWork[] {
  const byLabel = new Map<string, RunningIdleWork>()
  for (const work of works) {
    const before = byLabel.get(work.label)
    byLabel.set(work.label, before ? sum(before, work) : work)
  }
  return [...byLabel.values()]
}

const sum = (a: RunningIdleWork, b: RunningIdleWork): RunningIdleWork => ({
  label: a.label,
  done: plus(a.done, b.done),
  total: plus(a.total, b.total),
})

/** Undefined if one of them isn't known. */
const plus = (a?: number, b?: number) => (a === undefined || b === undefined ? undefined : a + b)
