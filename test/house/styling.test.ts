import { describe, expect, it } from 'vitest'
import { readParts, readSheets, stylingContract } from '../../scripts/styling/contract.ts'
import { listedParts } from '../../scripts/styling/listed-parts.ts'
import type { Part, Parts } from '../../scripts/styling/parts.ts'
import { readDescriptions } from '../../scripts/styling/read-descriptions.ts'
import { readSheet } from '../../scripts/styling/read-sheet.ts'
import { files, read } from './files.ts'

const statesOf = (part: Part | undefined) =>
  Object.fromEntries([...(part?.states ?? [])].map(([name, values]) => [name, [...values].sort()]))

/** The folder that a component belongs to: `src/primitives/menu`. */
const folderOf = (component: string) =>
  files
    .find((path) => path.startsWith('src/') && path.endsWith(`/${component}.tsx`))
    ?.split('/')
    .slice(0, 3)
    .join('/')

/** `ModalLayer` renders these for any component that asks for them. */
const modalParts = new Set(['roster-dialog', 'roster-sheet'])

describe('the styling contract', () => {
  const parts = readParts()
  const listed = listedParts(readSheets(), parts).flatMap((group) => group.parts)

  it('is what docs/styling.md says (else run `npm run styling`)', () => {
    expect(read('docs/styling.md')).toBe(stylingContract(parts))
  })

  it('styles no part that nothing draws', () => {
    expect([...parts.values()].filter(({ drawnBy }) => drawnBy.size === 0)).toEqual([])
  })

  it('lists only what deserves a sentence', () => {
    expect(listed.length).toBeGreaterThan(80)
    expect(listed.length).toBeLessThan(120)
    expect(new Set(listed.map(({ name }) => name)).size).toBe(listed.length)
  })

  it('has a sentence for each class that it lists, and for each of its states', () => {
    const sentence = /^[A-Z0-9`*].{5,}\.$/
    const missing = listed.flatMap(({ name, description, states }) => [
      ...(sentence.test(description.sentence) ? [] : [`.${name}`]),
      ...[...states.keys()]
        .filter((state) => !sentence.test(description.states.get(state) ?? ''))
        .map((state) => `.${name}[${state}]: add "@state ${state} …" to its comment`),
    ])
    expect(missing).toEqual([])
  })

  it('describes nothing that no component renders', () => {
    const unknown = listed.flatMap(({ name, description, states, drawnBy }) => [
      ...(drawnBy.size > 0 ? [] : [`.${name}`]),
      ...[...description.states.keys()]
        .filter((state) => !states.has(state))
        .map((state) => `.${name}[${state}]`),
    ])
    expect(unknown).toEqual([])
  })

  it('has each class in the components of one folder: others use its components, not its class', () => {
    const shared = [...parts.values()].flatMap(({ name, drawnBy }) => {
      const folders = new Set([...drawnBy].map(folderOf))
      return folders.size > 1 && !modalParts.has(name) ? [`.${name}: ${[...drawnBy].join(', ')}`] : []
    })
    expect(shared).toEqual([])
  })

  it('is read from the comments of the sheets', () => {
    const css = `/* Not this. */ .roster-a { } /** A thing. */ .roster-b:where([data-x]), .roster-c { }
      /**
       * Another
       * thing.
       * @state data-y It is
       * set.
       * @state aria-busy It is busy.
       */
      .roster-d { } .roster-e { }`
    expect([...readDescriptions(css)]).toEqual([
      ['roster-b', { sentence: 'A thing.', states: new Map() }],
      [
        'roster-d',
        {
          sentence: 'Another thing.',
          states: new Map([
            ['data-y', 'It is set.'],
            ['aria-busy', 'It is busy.'],
          ]),
        },
      ],
    ])
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
    expect(parts.get('roster-dialog')?.drawnBy).toEqual(
      new Set(['ConfirmDialog', 'Dialog', 'InviteUserDialog', 'ModalFailed', 'RunDialog', 'RunResultDialog']),
    )
  })
})
