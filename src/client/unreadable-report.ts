import { isUnreadable, type Unreadable } from '../base/row-source.ts'
import type { Window } from '../contract/windows.ts'

const mostRemembered = 1_000

/** Reports each unreadable row of the windows once, and returns the windows unchanged. */
export function unreadableReport(report: (row: Unreadable) => void = () => {}) {
  const reported = new Set<string>()
  return <Row>(window: Window<Row>): Window<Row> => {
    for (const row of window.rows) {
      if (!isUnreadable(row)) continue
      const key = row.id ?? row.issue
      if (reported.has(key)) continue
      if (reported.size >= mostRemembered) reported.clear()
      reported.add(key)
      queueMicrotask(() => report(row))
    }
    return window
  }
}
