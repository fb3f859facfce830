import { useEffect, useState, useSyncExternalStore } from 'react'
import type { Later } from '../../base/create-later.ts'

const onServer = () => undefined

/** Returns a part, which loads while this is mounted. A failed load is thrown, to the nearest boundary. */
export function useLater<Part>(later: Later<Part>): Part | undefined {
  const part = useSyncExternalStore(later.subscribe, later.get, onServer)
  const [failure, setFailure] = useState<{ error: unknown }>()
  const isLoaded = part !== undefined
  useEffect(() => {
    if (isLoaded) return
    let isCurrent = true
    later.load().catch((error: unknown) => {
      if (isCurrent) setFailure({ error })
    })
    return () => {
      isCurrent = false
    }
  }, [later, isLoaded])
  if (failure && !isLoaded) throw failure.error
  return part
}
