import { useMemo } from 'react'

/** Returns the same array for as long as its ids stay the same. */
export function useSameIds(ids: readonly string[]): readonly string[] {
  const key = JSON.stringify(ids)
  return useMemo(() => JSON.parse(key), [key])
}
