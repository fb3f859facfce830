import type { RowRange } from '../../base/row-range.ts'
import { isUnreadable, type RowSource } from '../../base/row-source.ts'
import { windowSize } from './row-range.ts'
import type { Slot } from './window-answer.ts'

/** The loaded windows of a list, by number. */
export type Windows<Row> = ReadonlyMap<number, readonly Slot<Row>[]>

/** A list over its windows. */
export const createRowSource = <Row>(
  windows: Windows<Row>,
  total: number,
  totalIs: 'exact' | 'atLeast',
): RowSource<Row> => ({
  total,
  totalIs,
  at: (index) =>
    index < total ? windows.get(Math.floor(index / windowSize))?.[index % windowSize] : undefined,
})

/** The readable rows of a range, each id once. */
export function readRows<Row extends { id: string }>(
  source: RowSource<Row>,
  { start, end }: RowRange,
): Row[] {
  const rows = new Map<string, Row>()
  for (let index = start; index < Math.min(end, source.total); index++) {
    const row = source.at(index)
    if (row && !isUnreadable(row) && !rows.has(row.id)) rows.set(row.id, row)
  }
  return [...rows.values()]
}
