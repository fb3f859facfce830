import { useEffect, useState } from 'react'

/** Counts down the whole seconds of a wait; undefined without one. */
export function useSecondsLeft(waitMs: number | undefined): number | undefined {
  const [passed, setPassed] = useState(0)
  useEffect(() => {
    setPassed(0)
    if (waitMs === undefined) return
    const start = performance.now()
    const timer = setInterval(() => setPassed(performance.now() - start), 1_000)
    return () => clearInterval(timer)
  }, [waitMs])
  return waitMs === undefined ? undefined : Math.max(0, Math.ceil((waitMs - passed) / 1_000))
}
