import type { Toast } from '../roster-ui/notices.ts'

const ends = new WeakMap<Toast, number>()

/**
 * When a toast ends whose action has an end, in the page's time (ms). It is fixed when the toast appears, even if the
 * toast is then shown in another place.
 */
export function endOf(toast: Toast): number | undefined {
  const { action, duration } = toast
  if (!action || duration === undefined) return undefined
  const end = ends.get(toast) ?? performance.now() + duration
  ends.set(toast, end)
  return end
}
