import { type ForwardedRef, type Ref, useCallback } from 'react'

/** One ref callback for ours and the host's. */
export function useMergedRef<T>(
  ours: Ref<T> | undefined,
  host: Ref<T> | ForwardedRef<T> | undefined,
): (node: T | null) => void {
  return useCallback(
    (node: T | null) => {
      assign(ours, node)
      assign(host, node)
    },
    [ours, host],
  )
}

function assign<T>(ref: Ref<T> | undefined, node: T | null): void {
  if (typeof ref === 'function') ref(node)
  else if (ref) ref.current = node
}
