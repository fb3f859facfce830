import { describe, expect, it } from 'vitest'
import { foldColumns } from '../../../src/primitives/data-table/columns/fold-columns.ts'

const columns = [
  { id: 'name', primary: true },
  { id: 'role', width: 148, narrowWidth: 92, priority: 1 },
  { id: 'teams', width: 300, priority: 3 },
  { id: 'active', width: 116, priority: 2 },
]

const fold = (width: number, narrow = width < 560) =>
  foldColumns(columns, { width, narrow, taken: narrow ? 80 : 108 })

describe('foldColumns', () => {
  it.each([
    [1_056, []],
    [636, ['teams']],
    [390, ['teams', 'active']],
    [320, ['teams', 'active', 'role']],
  ])('fits a container of %i px', (width, folded) => {
    expect(fold(width)).toEqual(folded)
  })

  it('never folds the name, nor a column without a priority', () => {
    expect(
      foldColumns([{ id: 'name', primary: true }, { id: 'role' }], { width: 10, narrow: true, taken: 0 }),
    ).toEqual([])
  })
})
