import { useEffect, useMemo, useRef, useState } from 'react'
import type { RowRange } from '../../../base/row-range.ts'
import { isUnreadable, type RowSource } from '../../../base/row-source.ts'
import { useIsomorphicLayoutEffect } from '../../element/useIsomorphicLayoutEffect.ts'
import { type Selection, selectAll, selectNone } from './selection.ts'
import { type SelectionExtent, selectionExtent } from './selection-extent.ts'

/** Most rows of one range. */
const longestRange = 5_000

/** How rows are chosen; any of the first three turns selection on. */
export interface RowSelectionOptions<Row> {
  selection?: Selection | undefined
  /** @default no row */
  defaultSelection?: Selection | undefined
  onSelectionChange?: ((selection: Selection) => void) | undefined
  /** Whether a row can be chosen, or the reason why it is skipped. @default every row */
  selectable?: ((row: Row) => true | string) | undefined
  /** The ids of a range that is not loaded in full. Without it such a range is not chosen. */
  idsOf?: ((range: RowRange, options: { signal: AbortSignal }) => Promise<readonly string[]>) | undefined
  /** A range of more than 5,000 rows was asked for; the selection stays as it was. */
  onRangeTooLong?: ((range: RowRange) => void) | undefined
}

/** What the selection is of. */
export interface UseRowSelectionOptions<Row> extends RowSelectionOptions<Row> {
  source: RowSource<Row>
  rowId: (row: Row) => string
  listKey?: string | undefined
}

/** The selection, and the ways to change it; the functions are stable. */
export interface RowSelection {
  value: Selection
  extent: SelectionExtent
  toggle(index: number): void
  toggleAll(): void
  /**
   * Chooses all rows from the one touched last to `to`; false where those are too many. A keyboard says where it comes
   * `from`: a range starts anew there, unless it ended there.
   */
  extend(to: number, from?: number): boolean
}

/** A run of ranges from one row: each replaces the one before. */
interface Run {
  anchor: number
  end: number
  chosen: boolean
  /** The selection without the range. */
  base: Selection
  /** What the run made last; any other value means that somebody else has changed the selection. */
  made: Selection
  listKey: string | undefined
}

/** Chooses rows by one, by range and all at once; undefined where the owner asks for no selection. */
export function useRowSelection<Row>(options: UseRowSelectionOptions<Row>): RowSelection | undefined {
  const { source, rowId, selection, defaultSelection, onSelectionChange, selectable } = options
  const [own, setOwn] = useState(defaultSelection ?? selectNone)
  const value = selection ?? own
  const latest = useRef({ ...options, value })
  useIsomorphicLayoutEffect(() => {
    latest.current = { ...options, value }
  })
  const lastRun = useRef<Run | undefined>(undefined)
  const asking = useRef<AbortController | undefined>(undefined)
  useEffect(() => () => asking.current?.abort(), [])

  const actions = useMemo(() => {
    const change = (next: Selection) => {
      const { value, selection, onSelectionChange } = latest.current
      if (next === value) return
      if (selection === undefined) setOwn(next)
      onSelectionChange?.(next)
    }

    const canChoose = (row: Row) => (latest.current.selectable?.(row) ?? true) === true

    const toggle = (index: number) => {
      asking.current?.abort()
      const { value, source, rowId, listKey } = latest.current
      const row = source.at(index)
      if (row === undefined || isUnreadable(row) || !canChoose(row)) return
      const made = value.toggle(rowId(row))
      const chosen = made.has(rowId(row))
      lastRun.current = { anchor: index, end: index, chosen, base: made, made, listKey }
      change(made)
    }

    const runTo = (to: number, from: number | undefined): Run => {
      const { value, listKey } = latest.current
      const run = lastRun.current
      const goesOn = run?.made === value && run.listKey === listKey && (from ?? run.end) === run.end
      if (run && goesOn) return { ...run, end: to }
      return { anchor: from ?? to, end: to, chosen: true, base: value, made: value, listKey }
    }

    const extend = (to: number, from?: number) => {
      asking.current?.abort()
      const { source, rowId, idsOf, onRangeTooLong } = latest.current
      const run = runTo(to, from)
      const range = { start: Math.min(run.anchor, to), end: Math.max(run.anchor, to) + 1 }
      if (range.end - range.start > longestRange) {
        onRangeTooLong?.(range)
        return false
      }
      lastRun.current = run
      const chosen: string[] = []
      const skipped = new Set<string>()
      let whole = true
      for (let index = range.start; index < range.end; index += 1) {
        const row = source.at(index)
        if (row === undefined) whole = false
        else if (isUnreadable(row)) continue
        else if (canChoose(row)) chosen.push(rowId(row))
        else skipped.add(rowId(row))
      }
      const choose = (ids: readonly string[]) => {
        const made = run.base.set(ids, run.chosen)
        lastRun.current = { ...run, made }
        change(made)
      }
      if (whole) choose(chosen)
      else if (idsOf) {
        const asked = new AbortController()
        asking.current = asked
        idsOf(range, { signal: asked.signal }).then(
          (ids) => {
            const current = !asked.signal.aborted && latest.current.listKey === run.listKey
            if (current) choose(ids.filter((id) => !skipped.has(id)))
          },
          // The owner knows why; here nothing is chosen.
          () => undefined,
        )
      }
      return true
    }

    const toggleAll = () => {
      asking.current?.abort()
      lastRun.current = undefined
      change(selectionExtent(latest.current) === 'all' ? selectNone : selectAll)
    }

    return { toggle, extend, toggleAll }
  }, [])

  const extent = useMemo(
    () => selectionExtent({ source, value, rowId, selectable }),
    [source, value, rowId, selectable],
  )
  const enabled = (selection ?? defaultSelection ?? onSelectionChange) !== undefined
  return useMemo(
    () => (enabled ? { value, extent, ...actions } : undefined),
    [enabled, value, extent, actions],
  )
}
