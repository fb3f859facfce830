import { isUnreadable, type Unreadable } from '../../base/row-source.ts'
import type { Window } from '../../contract/windows.ts'
import type { AnswerFault } from '../core/data-event.ts'

/** A row, or an unreadable one in its place. */
export type Slot<Row> = Row | Unreadable

/** A response that matches its request, and the faults that were corrected in it. */
export interface CheckedAnswer<Row> {
  rows: Slot<Row>[]
  total: number
  totalIs: 'exact' | 'atLeast'
  revision?: string
  pending?: number
  faults: AnswerFault[]
  /** Rows that arrived unreadable, with their positions. */
  unreadable: (Unreadable & { index: number })[]
}

/**
 * Compares a response with its request: surplus rows are cut, missing and repeated rows become unreadable, the offset
 * is the requested one, and the total is at least the number of rows that arrived.
 */
export function checkAnswer<Row extends { id: string }>(
  answer: Window<Row> & { pending?: number },
  offset: number,
  limit: number,
): CheckedAnswer<Row> {
  const faults: AnswerFault[] = []
  const came: Slot<Row>[] = answer.rows.slice(0, limit)
  if (answer.rows.length > limit) faults.push('too_many_rows')
  if (answer.offset !== offset) faults.push('wrong_offset')

  const ids = new Set<string>()
  const rows = came.map((row) => {
    if (row.id === undefined) return row
    if (ids.has(row.id)) return standIn('the row came twice')
    ids.add(row.id)
    return row
  })
  if (rows.some((row, at) => row !== came[at])) faults.push('repeated_rows')

  const least = rows.length > 0 ? offset + rows.length : 0
  const counts = Number.isSafeInteger(answer.total) && answer.total >= least
  if (!counts) faults.push('wrong_total')
  const total = counts ? answer.total : least

  const missing = Math.max(0, Math.min(limit, total - offset) - rows.length)
  if (missing > 0) faults.push('missing_rows')

  return {
    rows: [...rows, ...Array.from({ length: missing }, () => standIn('the row did not come'))],
    total,
    totalIs: counts && answer.totalIs !== 'atLeast' ? 'exact' : 'atLeast',
    revision: answer.revision,
    pending: answer.pending,
    faults,
    unreadable: came.flatMap((row, at) => (isUnreadable(row) ? [{ ...row, index: offset + at }] : [])),
  }
}

const standIn = (issue: string): Unreadable => ({ unreadable: true, issue })
