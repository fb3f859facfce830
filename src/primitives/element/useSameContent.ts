import { useMemo } from 'react'

/** Returns the same value for as long as its JSON is the same. */
export function useSameContent<Value>(value: Value): Value {
  const key = JSON.stringify(value)
  return useMemo(() => JSON.parse(key), [key])
}
