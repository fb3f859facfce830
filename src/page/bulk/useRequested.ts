import { useEffect } from 'react'
import { useLatest } from '../../primitives/element/useLatest.ts'
import type { BulkRequest } from './bulk-request.ts'

/** A change that the person has started outside of the bar. */
export interface Requested {
  request: BulkRequest | undefined
  /** Called with undefined once the change is taken over. */
  onRequestChange: (request: BulkRequest | undefined) => void
}

/** Calls `ask` once with each change that was started outside of the bar. */
export function useRequested({ request, onRequestChange }: Requested, ask: (request: BulkRequest) => void) {
  const latestAsk = useLatest(ask)
  useEffect(() => {
    if (!request) return
    onRequestChange(undefined)
    latestAsk.current(request)
  }, [request, onRequestChange])
}
