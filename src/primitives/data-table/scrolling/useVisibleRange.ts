import { useCallback, useEffect, useRef } from 'react'
import type { RowRange } from '../../../base/row-range.ts'

type RangeChange = ((range: RowRange) => void) | undefined

/** How long no jump must have followed another one (ms) before the rows that it reached are passed on. */
const restMilliseconds = 100

/**
 * Returns a function that passes on the visible rows when they are others than before, or when the listener is. The
 * first jump is passed on immediately. If others follow at once, as in a fling, only where they end is passed on, so
 * that the owner doesn't load rows that nobody can read.
 */
export function useVisibleRange(onRangeChange: RangeChange): (range: RowRange) => void {
  const passed = useRef<{ range: RowRange; to: RangeChange }>(undefined)
  const seen = useRef<RowRange>(undefined)
  const waiting = useRef<() => void>(undefined)
  const rest = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(rest.current), [])

  return useCallback(
    (range: RowRange) => {
      const pass = () => {
        const { range: before, to } = passed.current ?? {}
        if (to === onRangeChange && before?.start === range.start && before.end === range.end) return
        passed.current = { range, to: onRangeChange }
        onRangeChange?.(range)
      }
      const hasJumped = seen.current !== undefined && isJump(seen.current, range)
      seen.current = range
      if (rest.current === undefined) pass()
      else waiting.current = pass
      if (!hasJumped) return
      clearTimeout(rest.current)
      rest.current = setTimeout(() => {
        rest.current = undefined
        waiting.current?.()
        waiting.current = undefined
      }, restMilliseconds)
    },
    [onRangeChange],
  )
}

/** Whether no row is in both ranges. An empty list has no rows to jump from. */
const isJump = (from: RowRange, to: RowRange) =>
  from.start < from.end && to.start < to.end && (from.end <= to.start || to.end <= from.start)
