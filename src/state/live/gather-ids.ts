import type { Clock } from '../environment/clock.ts'
import { pause } from '../environment/pause.ts'

/** Milliseconds during which ids are gathered after a call, so that a flood of changes costs few requests. */
const gathering = 250

/**
 * Returns a function that collects ids and passes them to `read`. It calls `read` immediately if no call is running.
 * Otherwise it calls it once for all collected ids, when the running call has ended and a quarter of a second has
 * passed.
 */
export function gatherIds(
  read: (ids: ReadonlySet<string>) => Promise<unknown>,
  clock: Clock,
): (ids: readonly string[]) => void {
  let gathered = new Set<string>()
  let isReading = false

  async function readGathered() {
    if (isReading) return
    isReading = true
    while (gathered.size > 0) {
      const ids = gathered
      gathered = new Set()
      await read(ids)
      await pause(clock, gathering)
    }
    isReading = false
  }

  return (ids) => {
    gathered = new Set([...gathered, ...ids])
    void readGathered()
  }
}
