import { useRef } from 'react'
import type { RowRange } from '../../../base/row-range.ts'
import { type RowSource, rowCount } from '../../../base/row-source.ts'
import { useIsomorphicLayoutEffect } from '../../element/useIsomorphicLayoutEffect.ts'
import { usePlaceholders } from '../../skeleton/usePlaceholders.ts'

const noRows: RowRange = { start: 0, end: 0 }

/** Returns the rows to render. A table begins with loaded rows, or with placeholders once these are due. */
export function useBegunRows(source: RowSource<unknown>, rows: RowRange): RowRange {
  const hasBegun = useRef(false)
  // Also before it is known how many rows are in view.
  const waits = !hasBegun.current && rowCount(source) > 0 && source.at(rows.start) === undefined
  const begins = usePlaceholders(waits) || !waits
  const hasRows = begins && rows.start < rows.end
  useIsomorphicLayoutEffect(() => {
    if (hasRows) hasBegun.current = true
  }, [hasRows])
  return begins ? rows : noRows
}
