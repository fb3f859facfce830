import { useCallback, useEffect, useRef } from 'react'
import { useViewer } from '../../hooks/useViewer.ts'

/**
 * Returns a function that loads again, and the session too if it failed: without it the page doesn't know what the
 * backend has. The function is also called when the connection is back.
 */
export function useRetry(isOnline: boolean, refetch: () => Promise<void>): () => Promise<void> {
  const { status, refetch: refetchViewer } = useViewer()
  const hasFailed = status === 'error'
  const retry = useCallback(async () => {
    await Promise.all([refetch(), hasFailed && refetchViewer()])
  }, [refetch, refetchViewer, hasFailed])

  const wasOnline = useRef(isOnline)
  useEffect(() => {
    if (isOnline && !wasOnline.current) void retry()
    wasOnline.current = isOnline
  }, [isOnline, retry])
  return retry
}
