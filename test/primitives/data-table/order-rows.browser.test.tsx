import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { orderRows } from '../../../src/primitives/data-table/rows/order-rows.ts'

const numberOf = (row: Element) => Number(row.textContent)

function aBody(numbers: readonly number[]) {
  const body = document.createElement('div')
  for (const number of numbers)
    body.append(Object.assign(document.createElement('button'), { textContent: `${number}` }))
  document.body.append(body)
  return body
}

const order = (body: Element) => [...body.children].map(numberOf)

describe('orderRows', () => {
  it('sorts any order, and never moves the focused row', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(40), { minLength: 1, maxLength: 20 }), fc.nat(19), (numbers, at) => {
        const body = aBody(numbers)
        const pinned = body.children[at % numbers.length] as HTMLElement
        pinned.focus()
        let blurs = 0
        pinned.addEventListener('blur', () => {
          blurs += 1
        })
        orderRows(body, numberOf, pinned)
        const isFocused = document.activeElement === pinned
        const found = order(body)
        const lost = blurs
        body.remove()
        expect(found).toEqual([...numbers].sort((a, b) => a - b))
        expect(isFocused).toBe(true)
        expect(lost).toBe(0)
      }),
      { seed: 20, numRuns: 300 },
    )
  })

  it.each([
    [[1, 2, 3, 4, 0], 1],
    [[4, 0, 1, 2, 3], 1],
    [[0, 1, 2], 0],
  ])('moves as few rows as it can: %j', (numbers, moves) => {
    const body = aBody(numbers)
    let moved = 0
    const insert = body.insertBefore.bind(body)
    body.insertBefore = (node, child) => {
      moved += 1
      return insert(node, child)
    }
    orderRows(body, numberOf, null)
    body.remove()
    expect(moved).toBe(moves)
  })
})
