import { createSubscribable } from '../../base/subscribable.ts'
import type { WorkKind } from '../../base/work-kind.ts'

/** Work that goes on without the person. It doesn't count as activity, so a session can end while it goes on. */
export interface RunningWork {
  kind: WorkKind
  done: number
  total: number
  /** Pauses it between two steps, so that it can be continued later. */
  pause(): void
}

/** All work of a provider that is running. */
export interface RunningWorks {
  /** The same array until something changes. */
  get(): readonly RunningWork[]
  subscribe(listener: () => void): () => void
  /** Replaces the work of an owner, or removes it. */
  set(owner: object, work: RunningWork | undefined): void
  /** Pauses all work and removes it from the list, since the session ends. Resolves when the last step has ended. */
  end(): Promise<void>
}

/** Creates a registry without work. */
export function createRunningWorks(): RunningWorks {
  const { subscribe, notify } = createSubscribable()
  const works = new Map<object, RunningWork>()
  let list: readonly RunningWork[] = []
  let onIdle: (() => void) | undefined
  return {
    get: () => list,
    subscribe,
    set(owner, work) {
      if (!work && !works.has(owner)) return
      if (work) works.set(owner, work)
      else works.delete(owner)
      if (works.size === 0) onIdle?.()
      if (onIdle) return
      list = [...works.values()]
      notify()
    },
    end() {
      const running = list
      const ended = new Promise<void>((resolve) => {
        onIdle = resolve
      })
      if (works.size === 0) onIdle?.()
      list = []
      for (const { pause } of running) pause()
      notify()
      return ended
    },
  }
}
