import { useCallback, useRef } from 'react'
import type { RowRange } from '../../../base/row-range.ts'

type RangeChange = ((range: RowRange) => void) | undefined

/** Returns a function that passes on the visible rows when they are others than before, or when the listener is. */
export function useVisibleRange(onRangeChange: RangeChange): (range: RowRange) => void {
  const passed = useRef<{ range: RowRange; to: RangeChange }>(undefined)
  return useCallback(
    (range: RowRange) => {
      const { range: before, to } = passed.current ?? {}
      if (to === onRangeChange && before?.start === range.start && before.end === range.end) return
      passed.current = { range, to: onRangeChange }
      onRangeChange?.(range)
    },
    [onRangeChange],
  )
}
