import type { ListName } from '../core/data-event.ts'
import type { Reporter } from '../core/reporter.ts'
import type { CheckedAnswer } from './window-answer.ts'

/** Reports the faults of a response: each kind of fault once, each unreadable row once. */
export function reportAnswer<Row>(
  reporter: Reporter,
  resource: ListName,
  offset: number,
  { rows, faults, total, unreadable }: CheckedAnswer<Row>,
  ms: number,
) {
  reporter.emit({ type: `${resource}.loaded`, offset, rows: rows.length, total, ms })
  for (const fault of faults)
    reporter.emitOnce(`${resource} ${fault}`, { type: 'answer.inconsistent', resource, fault })
  for (const { id, index, issue } of unreadable)
    reporter.emitOnce(`${resource} row ${id ?? index}`, {
      type: 'row.unreadable',
      resource,
      index,
      id,
      issue,
    })
}
