import { describe, expect, it } from 'vitest'
import { readParts, stylingContract } from '../../scripts/styling/contract.ts'
import type { Part, Parts } from '../../scripts/styling/parts.ts'
import { readSheet } from '../../scripts/styling/read-sheet.ts'
import { read } from './files.ts'

const statesOf = (part: Part | undefined) =>
  Object.fromEntries([...(part?.states ?? [])].map(([name, values]) => [name, [...values].sort()]))

describe('the styling contract', () => {
  const parts = readParts()

  it('is what docs/styling.md says (else run `npm run styling`)', () => {
    expect(read('docs/styling.md')).toBe(stylingContract())
  })

  it('styles no part that nothing draws', () => {
    expect([...parts.values()].filter(({ drawnBy }) => drawnBy.size === 0)).toEqual([])
  })

  it('is read from selectors, each state with the part that has it', () => {
    const sheet: Parts = new Map()
    readSheet(
      sheet,
      `.roster-a:where([data-x="1"], [data-x="2"]) > .roster-b:where(:hover, [data-open]) { --_c: 1 }
       @media print { .roster-c:where([data-far] *) .roster-d[aria-busy="true"] { color: red } }`,
    )
    expect([...sheet].map(([name, part]) => [name, statesOf(part)])).toEqual([
      ['roster-a', { 'data-x': ['1', '2'] }],
      ['roster-b', { 'data-open': [] }],
      ['roster-c', {}],
      ['roster-d', { 'aria-busy': ['true'] }],
    ])
  })

  it('is read from elements, with all values that their types allow', () => {
    expect(statesOf(parts.get('roster-toast'))).toMatchObject({ 'data-tone': ['done', 'failed'] })
    expect(statesOf(parts.get('roster-dialog'))).toEqual({ 'data-size': ['medium', 'narrow', 'wide'] })
    expect(parts.get('roster-dialog')?.drawnBy).toEqual(new Set(['ConfirmDialog', 'Dialog']))
  })
})
