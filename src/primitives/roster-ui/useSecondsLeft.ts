import { useEffect, useState } from 'react'

/**
 * Counts down the whole seconds of a wait, which begins when it is first passed. Undefined without a wait. A change of
 * the computer's time doesn't matter.
 *
 * @param ms The wait in milliseconds.
 * @param of What is waited for, if another wait may be equally long.
 */
export function useSecondsLeft(ms: number | undefined, of?: string): number | undefined {
  const begin = () => ({ ms, of, since: performance.now(), passed: 0 })
  const [wait, setWait] = useState(begin)
  const isSame = wait.ms === ms && wait.of === of
  if (!isSame) setWait(begin())
  const rest = (ms ?? 0) - (isSame ? wait.passed : 0)
  useEffect(() => {
    if (rest <= 0) return
    const tick = () => setWait((before) => ({ ...before, passed: performance.now() - before.since }))
    // Ends on the full second: after a late timer, the next one is shorter.
    const timer = setTimeout(tick, rest % 1_000 || 1_000)
    return () => clearTimeout(timer)
  }, [rest])
  return ms === undefined ? undefined : Math.max(0, Math.ceil(rest / 1_000))
}
