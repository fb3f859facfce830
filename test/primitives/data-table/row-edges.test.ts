import { describe, expect, it } from 'vitest'
import { rowEdges } from '../../../src/primitives/data-table/scrolling/row-edges.ts'

describe('rowEdges', () => {
  const gap = { before: 4, height: 40 }
  const edges = rowEdges({ rows: 10, rowHeight: 50, gap })

  it('puts a heading between two rows', () => {
    expect(edges.height).toBe(540)
    expect([3, 4, 5].map(edges.topOf)).toEqual([150, 240, 290])
    // A block of rows that begins at the heading begins with it; one after it doesn't.
    expect([4, 5, 10].map(edges.edge)).toEqual([200, 290, 540])
  })

  it('finds the row at every offset, and is the inverse of topOf', () => {
    for (let index = 0; index < 10; index += 1) {
      expect(edges.indexAt(edges.topOf(index))).toBe(index)
      expect(edges.indexAt(edges.topOf(index) + 49)).toBe(index)
    }
    expect([199, 200, 239, 240].map(edges.indexAt)).toEqual([3, 4, 4, 4])
  })

  it('is a multiple of the row’s height without a heading', () => {
    const plain = rowEdges({ rows: 3, rowHeight: 52 })
    expect([plain.height, plain.topOf(2), plain.edge(3), plain.indexAt(103)]).toEqual([156, 104, 156, 1])
  })
})
