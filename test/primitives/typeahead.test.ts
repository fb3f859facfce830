import { describe, expect, it } from 'vitest'
import { nextIndex } from '../../src/primitives/composite/next-index.ts'
import { createTypeahead } from '../../src/primitives/composite/typeahead.ts'

/** A typeahead with a clock that the test moves. */
function typing(labels: readonly string[], refused: readonly string[] = []) {
  let time = 1_000
  const typeahead = createTypeahead(() => time)
  const items = labels.map((label) => ({ label, reason: refused.includes(label) ? 'Not now.' : undefined }))
  let at = 0
  return {
    wait: (ms: number) => {
      time += ms
    },
    reset: typeahead.reset,
    /** The label that the letters lead to, each from the one before. */
    type(letters: string) {
      let found: number | undefined
      for (const letter of letters) {
        found = typeahead.find(letter, items, at)
        at = found ?? at
      }
      return found === undefined ? undefined : labels[found]
    },
  }
}

describe('typeahead', () => {
  it('finds by several letters, from the current item on', () => {
    const keys = typing(['Agent', 'Auditor', 'Admin', 'Billing'])
    expect(keys.type('au')).toBe('Auditor')
    expect(keys.type('d')).toBe('Auditor')
    expect(keys.type('x')).toBeUndefined()
  })

  it('starts a new word after a pause of the clock', () => {
    const keys = typing(['Agent', 'Billing', 'Admin'])
    expect(keys.type('b')).toBe('Billing')
    keys.wait(701)
    expect(keys.type('a')).toBe('Admin')
    keys.wait(699)
    expect(keys.type('g')).toBe('Agent')
  })

  it('starts a new word after a reset, even if the clock stops', () => {
    const keys = typing(['Agent', 'Billing'])
    expect(keys.type('b')).toBe('Billing')
    keys.reset()
    expect(keys.type('a')).toBe('Agent')
  })

  it('goes to the next item when a letter is repeated', () => {
    const keys = typing(['Agent', 'Auditor', 'Billing', 'Admin'])
    expect(keys.type('a')).toBe('Auditor')
    expect(keys.type('a')).toBe('Admin')
    expect(keys.type('a')).toBe('Agent')
  })

  it('finds an item that cannot be used only if no other matches', () => {
    const keys = typing(['Billing', 'Admin', 'Agent'], ['Admin'])
    expect(keys.type('a')).toBe('Agent')
    keys.wait(1_000)
    expect(keys.type('ad')).toBe('Admin')
  })

  it('takes a space as a letter only inside a name', () => {
    const keys = typing(['Night lead', 'Night shift', 'Billing'])
    expect(keys.type('night s')).toBe('Night shift')
    keys.wait(1_000)
    expect(keys.type('b')).toBe('Billing')
    expect(keys.type(' ')).toBeUndefined()
    keys.wait(1_000)
    expect(keys.type(' ')).toBeUndefined()
  })

  it('ignores case and accents', () => {
    expect(typing(['Agent', 'Écrivain', 'Übung']).type('ec')).toBe('Écrivain')
    expect(typing(['Agent', 'Écrivain', 'Übung']).type('Ü')).toBe('Übung')
  })

  it('finds nothing in an empty list', () => {
    expect(typing([]).type('a')).toBeUndefined()
  })
})

describe('nextIndex', () => {
  const menu = { axis: 'vertical', wraps: true } as const
  const list = { axis: 'vertical', wraps: false, page: 10 } as const
  it.each([
    ['a menu goes on from the last to the first', 'ArrowDown', 4, menu, 0],
    ['a menu goes back from the first to the last', 'ArrowUp', 0, menu, 4],
    ['the first move down goes to the first', 'ArrowDown', -1, menu, 0],
    ['the first move up goes to the last', 'ArrowUp', -1, list, 4],
    ['a list stops at its end', 'ArrowDown', 4, list, 4],
    ['a list stops at its start', 'ArrowUp', 0, list, 0],
    ['Page Down stops at the end', 'PageDown', 1, list, 4],
    ['Page Up stops at the start', 'PageUp', 3, list, 0],
    ['Page Down does nothing in a menu', 'PageDown', 1, menu, undefined],
    ['Home goes to the first', 'Home', 3, menu, 0],
    ['End goes to the last', 'End', 1, menu, 4],
    ['Home is for the text of a search', 'Home', 3, { ...list, ends: false }, undefined],
    ['a row goes on to the right', 'ArrowRight', 1, { axis: 'ltr', wraps: true } as const, 2],
    [
      'a row of right-to-left text goes on to the left',
      'ArrowLeft',
      1,
      { axis: 'rtl', wraps: true } as const,
      2,
    ],
    ['a row ignores the other arrows', 'ArrowDown', 1, { axis: 'ltr', wraps: true } as const, undefined],
  ])('%s', (_, key, at, movement, expected) => {
    expect(nextIndex(key, at, 5, movement)).toBe(expected)
  })

  it('has nowhere to go in an empty list', () => {
    expect(nextIndex('ArrowDown', -1, 0, menu)).toBeUndefined()
  })
})
