import { useEffect, useMemo, useRef, useState } from 'react'
import { isEmptied } from '../../../base/is-emptied.ts'
import type { RowRange } from '../../../base/row-range.ts'
import { isUnreadable, type RowSource } from '../../../base/row-source.ts'
import { type Selection, selectAll, selectNone } from '../../../base/selection.ts'
import { useLatest } from '../../element/useLatest.ts'
import { readRange } from './read-range.ts'
import { type SelectionExtent, selectionExtent } from './selection-extent.ts'
import { beginRun, continueRun, runRange, type SelectionRun } from './selection-run.ts'

/** The most rows that one range can have. */
const longestRange = 5_000

/** How rows are selected. Any of the first three props turns selection on. */
export interface RowSelectionOptions<Row> {
  selection?: Selection | undefined
  /** @default no row */
  defaultSelection?: Selection | undefined
  onSelectionChange?: ((selection: Selection) => void) | undefined
  /** Returns true if a row can be selected, otherwise the reason why not. @default every row */
  selectable?: ((row: Row) => true | string) | undefined
  /** Loads the ids of a range whose rows aren't all loaded. Omit it and such a range can't be selected. */
  idsOf?: ((range: RowRange, options: { signal: AbortSignal }) => Promise<readonly string[]>) | undefined
  /** A sentence that explains why all rows can't be selected now, such as while a search is loading. */
  selectAllReason?: string | undefined
  /** Called for a range of more than 5,000 rows, which is not selected. */
  onRangeTooLong?: ((range: RowRange) => void) | undefined
}

/** The list whose rows are selected. */
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
   * Selects all rows from the one that was toggled last to `to`. Returns false if there are too many. The keyboard
   * passes the row that it comes from as `from`: a new range starts there, unless the last one ended there.
   */
  extend(to: number, from?: number): boolean
}

/** Selects rows one by one, by range and all at once. Returns undefined when selection is off. */
export function useRowSelection<Row>(options: UseRowSelectionOptions<Row>): RowSelection | undefined {
  const { source, rowId, selection, defaultSelection, onSelectionChange, selectable } = options
  const [own, setOwn] = useState(defaultSelection ?? selectNone)
  const value = selection ?? own
  const latest = useLatest({ ...options, value })
  const lastRun = useRef<SelectionRun>(undefined)
  const asking = useRef<AbortController>(undefined)
  useEffect(() => () => asking.current?.abort(), [])

  const actions = useMemo(() => {
    const canSelect = (row: Row) => (latest.current.selectable?.(row) ?? true) === true

    const change = (asked: Selection) => {
      const { value, selection, onSelectionChange, source, rowId } = latest.current
      if (asked === value) return
      const next = isEmptied(asked, source, rowId, canSelect) ? selectNone : asked
      if (selection === undefined) setOwn(next)
      onSelectionChange?.(next)
    }

    const toggle = (index: number) => {
      asking.current?.abort()
      const { value, source, rowId } = latest.current
      const row = source.at(index)
      if (row === undefined || isUnreadable(row) || !canSelect(row)) return
      const made = value.toggle(rowId(row))
      lastRun.current = beginRun(latest.current, index, { chosen: made.has(rowId(row)), base: made, made })
      change(made)
    }

    const extend = (to: number, from?: number) => {
      asking.current?.abort()
      const { source, rowId, idsOf, onRangeTooLong } = latest.current
      const run = continueRun(latest.current, lastRun.current, to, from)
      const range = runRange(latest.current, run)
      if (range.end - range.start > longestRange) {
        onRangeTooLong?.(range)
        return false
      }
      lastRun.current = run
      const { selectable, skipped, whole } = readRange(range, { source, rowId, canSelect })
      const select = (ids: readonly string[]) => {
        const made = run.base.set(ids, run.chosen)
        lastRun.current = { ...run, made }
        change(made)
      }
      if (whole) select(selectable)
      else if (idsOf) {
        const asked = new AbortController()
        asking.current = asked
        idsOf(range, { signal: asked.signal }).then(
          (ids) => {
            const { idsOf, listKey } = latest.current
            if (!asked.signal.aborted && idsOf && listKey === run.listKey)
              select(ids.filter((id) => !skipped.has(id)))
          },
          // The owner reports why; nothing is selected.
          () => undefined,
        )
      }
      return true
    }

    const toggleAll = () => {
      asking.current?.abort()
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
