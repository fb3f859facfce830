import { describe, expect, it } from 'vitest'
import { nextSort } from '../../../src/primitives/data-table/columns/column-sort.ts'

describe('nextSort', () => {
  it('begins with the column’s first direction, ascending by default', () => {
    expect(nextSort(undefined, { id: 'a' })).toEqual({ column: 'a', direction: 'ascending' })
    expect(nextSort({ column: 'b', direction: 'ascending' }, { id: 'a', sortFirst: 'descending' })).toEqual({
      column: 'a',
      direction: 'descending',
    })
  })

  it('reverses the column that is sorted by', () => {
    const column = { id: 'a', sortFirst: 'descending' } as const
    expect(nextSort({ column: 'a', direction: 'descending' }, column).direction).toBe('ascending')
    expect(nextSort({ column: 'a', direction: 'ascending' }, column).direction).toBe('descending')
  })
})
