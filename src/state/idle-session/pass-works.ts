import type { RunningWorks } from '../core/running-work.ts'
import type { IdleEngine } from '../idle/idle-engine.ts'

/** Passes a provider's running work to an engine: the warning names it, and it is paused before the session ends. */
export function passWorks(works: RunningWorks, engine: Pick<IdleEngine, 'addWork'>): () => void {
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
