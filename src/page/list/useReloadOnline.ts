import { useEffect, useRef } from 'react'

/** Loads again when the connection is back. */
export function useReloadOnline(isOnline: boolean, refetch: () => Promise<void>): void {
  const wasOnline = useRef(isOnline)
  useEffect(() => {
    if (isOnline && !wasOnline.current) void refetch()
    wasOnline.current = isOnline
  }, [isOnline, refetch])
}
