import type { WholeListResult } from './list-result.ts'
import type { UseResourceResult } from './useResource.ts'

const none: readonly never[] = []

/** Turns a resource's result into the shape of all list hooks. */
export function toWholeList<Answer, Row>(
  { data, ...rest }: UseResourceResult<Answer>,
  rowsOf: (answer: Answer) => readonly Row[],
): WholeListResult<Row> {
  const rows = data ? rowsOf(data) : none
  return { ...rest, rows, total: rows.length }
}
