import { useState } from 'react'
import { flushSync } from 'react-dom'
import { useIsFromServer } from '../element/useIsFromServer.ts'
import { useIsomorphicLayoutEffect } from '../element/useIsomorphicLayoutEffect.ts'

/**
 * Returns whether to render placeholders for what is loading. In a browser this is false until the next frame is about
 * to be painted: what arrives before, such as from a cache, would replace placeholders that nobody has seen.
 */
export function usePlaceholders(isLoading: boolean): boolean {
  const [isDue, setDue] = useState(useIsFromServer())
  useIsomorphicLayoutEffect(() => {
    if (!isLoading || isDue) return
    const frame = requestAnimationFrame(() => flushSync(() => setDue(true)))
    return () => cancelAnimationFrame(frame)
  }, [isLoading, isDue])
  return isDue
}
