import { useEffect, useState, useSyncExternalStore } from 'react'
import type { Later } from '../../base/create-later.ts'

const onServer = () => undefined

/** Returns a part, which loads once it is wanted. A failed load is thrown, to the nearest boundary. */
export function useLater<Part>(later: Later<Part>, isWanted = true): Part | undefined {
  const part = useSyncExternalStore(later.subscribe, later.get, onServer)
  const [failure, setFailure] = useState<{ error: unknown }>()
  const isLoaded = part !== undefined
  useEffect(() => {
    if (isLoaded || !isWanted) return
    let isCurrent = true
    later.load().catch((error: unknown) => {
      if (isCurrent) setFailure({ error })
    })
    return () => {
      isCurrent = false
    }
  }, [later, isLoaded, isWanted])
  if (failure && !isLoaded) throw failure.error
  return part
}
