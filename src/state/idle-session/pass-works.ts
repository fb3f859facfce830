import type { RunningWorks } from '../core/running-work.ts'
import type { IdleEngine } from '../idle/idle-engine.ts'

/** The works that are being passed, once for any number of hooks. */
const passing = new WeakMap<RunningWorks, { users: number; leave(): void }>()

/** Passes a provider's running work to an engine: the warning names it, and it is paused before the session ends. */
export function passWorks(works: RunningWorks, engine: Pick<IdleEngine, 'addWork'>): () => void {
  const passed = passing.get(works) ?? { users: 0, leave: begin(works, engine) }
  passing.set(works, passed)
  passed.users += 1
  return () => {
    passed.users -= 1
    if (passed.users > 0) return
    passing.delete(works)
    passed.leave()
  }
}

function begin(works: RunningWorks, engine: Pick<IdleEngine, 'addWork'>) {
  let removals: (() => void)[] = []

  function clear() {
    for (const remove of removals) remove()
    removals = []
  }

  function pass() {
    clear()
    removals = works
      .get()
      .map(({ kind, done, total }) => engine.addWork({ label: kind, done, total, pause: () => works.end() }))
  }

  const leave = works.subscribe(pass)
  pass()
  return () => {
    leave()
    clear()
  }
}
