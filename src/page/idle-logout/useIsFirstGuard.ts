import { useState } from 'react'
import { useIsomorphicLayoutEffect } from '../../primitives/element/useIsomorphicLayoutEffect.ts'
import type { IdleEngine } from '../../state/idle/idle-engine.ts'

const key = Symbol.for('@aicx/roster/idle-guards')

type Guards = (() => void)[]

/** The guards of an engine in this window, from all copies of this module. */
function guardsOf({ subscribe }: IdleEngine): Guards {
  const known: unknown = Reflect.get(globalThis, key)
  const all: WeakMap<object, Guards> = known instanceof WeakMap ? known : new WeakMap()
  Reflect.set(globalThis, key, all)
  const guards = all.get(subscribe) ?? []
  all.set(subscribe, guards)
  return guards
}

/** Returns whether this guard of its engine was mounted first. The others show nothing and call nothing. */
export function useIsFirstGuard(engine: IdleEngine | null): boolean {
  const [isFirst, setFirst] = useState(false)
  useIsomorphicLayoutEffect(() => {
    if (!engine) return
    const guards = guardsOf(engine)
    const update = () => setFirst(guards[0] === update)
    guards.push(update)
    update()
    return () => {
      guards.splice(guards.indexOf(update), 1)
      guards[0]?.()
    }
  }, [engine])
  return isFirst
}
