import { useEffect, useState } from 'react'
import { useRosterUI } from '../../primitives/roster-ui/RosterUIContext.ts'

/** Counts the seconds since a wait began, until it is over. It is 0 if `wait` is undefined. */
export function usePassedSeconds(wait: number | undefined): number {
  const { clock } = useRosterUI()
  const [began, setBegan] = useState<{ wait: number | undefined; at: number }>()
  const [now, setNow] = useState(0)
  if (began?.wait !== wait) {
    const at = clock.now()
    setBegan({ wait, at })
    setNow(at)
  }
  const passed = began ? Math.floor((now - began.at) / 1_000) : 0
  const isOver = wait === undefined || passed >= wait
  useEffect(() => {
    if (isOver) return
    const timer = setInterval(() => setNow(clock.now()), 1_000)
    return () => clearInterval(timer)
  }, [isOver, clock])
  return passed
}
