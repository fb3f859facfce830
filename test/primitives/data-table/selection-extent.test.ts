import { describe, expect, it, vi } from 'vitest'
import { fromArray, type RowSource } from '../../../src/base/row-source.ts'
import { type Selection, selectAll, selectNone } from '../../../src/base/selection.ts'
import { selectionExtent } from '../../../src/primitives/data-table/selection/selection-extent.ts'

interface Row {
  id: string
}

const rowsOf = (total: number): Row[] => Array.from({ length: total }, (_, index) => ({ id: `r${index}` }))
const rowId = ({ id }: Row) => id
const idsOf = (total: number) => rowsOf(total).map(rowId)
const extentOf = (source: RowSource<Row>, value: Selection, selectable?: (row: Row) => true | string) =>
  selectionExtent({ source, value, rowId, selectable })
const picked = (total: number) => selectNone.set(idsOf(total), true)

describe('how much of a list is chosen', () => {
  it('is `none`, `some` or `all` of the rows', () => {
    const source = fromArray(rowsOf(3))
    expect(extentOf(source, selectNone)).toBe('none')
    expect(extentOf(source, picked(1))).toBe('some')
    expect(extentOf(source, picked(2))).toBe('some')
    expect(extentOf(source, picked(3))).toBe('all')
  })

  it('is all, some or none where all were chosen but these', () => {
    const source = fromArray(rowsOf(3))
    expect(extentOf(source, selectAll)).toBe('all')
    expect(extentOf(source, selectAll.toggle('r0'))).toBe('some')
    expect(extentOf(source, selectAll.set(idsOf(3), false))).toBe('none')
  })

  it('skips rows that may not be chosen', () => {
    const source = fromArray(rowsOf(3))
    const selectable = ({ id }: Row) => id !== 'r1' || 'This is you.'
    expect(extentOf(source, selectNone.set(['r0', 'r2'], true), selectable)).toBe('all')
    expect(extentOf(source, selectNone.set(['r0'], true), selectable)).toBe('some')
  })

  it('looks at 200 rows at most', () => {
    expect(extentOf(fromArray(rowsOf(200)), picked(200))).toBe('all')
    const source = fromArray(rowsOf(201))
    const at = vi.spyOn(source, 'at')
    expect(extentOf(source, picked(201))).toBe('some')
    expect(at).not.toHaveBeenCalled()
  })

  it('is only some where the total may be larger, and all where all were chosen', () => {
    const source: RowSource<Row> = { ...fromArray(rowsOf(3)), totalIs: 'atLeast' }
    expect(extentOf(source, picked(3))).toBe('some')
    expect(extentOf(source, selectAll)).toBe('all')
    expect(extentOf(source, selectNone)).toBe('none')
  })

  it('is some while a row is not loaded or cannot be read', () => {
    const rows = rowsOf(3)
    const withRow = (row: ReturnType<RowSource<Row>['at']>): RowSource<Row> => ({
      total: 3,
      totalIs: 'exact',
      at: (index) => (index === 1 ? row : rows[index]),
    })
    expect(extentOf(withRow(undefined), picked(3))).toBe('some')
    expect(extentOf(withRow({ unreadable: true, id: 'r1', issue: 'x' }), picked(3))).toBe('some')
  })

  it('is `none` for an empty list, and `some` if ids outside of it are selected', () => {
    expect(extentOf(fromArray([]), selectNone)).toBe('none')
    expect(extentOf(fromArray([]), selectAll)).toBe('none')
    expect(extentOf(fromArray([]), picked(1))).toBe('some')
  })
})
