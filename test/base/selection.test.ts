import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Selection, selectAll, selectionFrom, selectNone } from '../../src/base/selection.ts'

const ids = (selection: Selection) => selection.toJSON().ids.sort()

describe('Selection', () => {
  it('names the rows chosen', () => {
    const selection = selectNone.toggle('a').toggle('b').toggle('a')
    expect(selection.has('b')).toBe(true)
    expect(selection.has('a')).toBe(false)
    expect(selection.count(10)).toBe(1)
    expect(selection.toJSON()).toEqual({ mode: 'include', ids: ['b'] })
  })

  it('names the rows left out of all that match', () => {
    const selection = selectAll.toggle('a')
    expect(selection.has('a')).toBe(false)
    expect(selection.has('never loaded')).toBe(true)
    expect(selection.count(1_204)).toBe(1_203)
    expect(selection.toJSON()).toEqual({ mode: 'exclude', ids: ['a'] })
  })

  it('counts no less than nothing when fewer rows match than are left out', () => {
    expect(selectAll.set(['a', 'b', 'c'], false).count(1)).toBe(0)
  })

  it('returns the same object when nothing changes', () => {
    const selection = selectNone.toggle('a')
    expect(selection.set(['a'], true)).toBe(selection)
    expect(selection.set([], false)).toBe(selection)
  })

  it('comes back from JSON', () => {
    const selection = selectAll.set(['a', 'b'], false)
    expect(selectionFrom(selection.toJSON()).toJSON()).toEqual(selection.toJSON())
  })

  it('counts an id once however often it is given', () => {
    expect(selectNone.set(['a', 'a', 'a'], true).toJSON().ids).toEqual(['a'])
  })

  it('leaves every earlier version as it was, in whatever order they are read', () => {
    const id = fc.constantFrom('a', 'b', 'c', 'd', 'e')
    const step = fc.record({ of: fc.nat(), ids: fc.array(id), chosen: fc.boolean(), read: fc.nat() })
    fc.assert(
      fc.property(
        fc.constantFrom(selectNone, selectAll),
        fc.array(step, { maxLength: 40 }),
        (first, steps) => {
          const versions: Selection[] = [first]
          const models = [new Set<string>()]
          for (const { of, ids, chosen } of steps) {
            const at = of % versions.length
            const model = new Set(models[at])
            for (const each of ids) {
              if (chosen === (first.mode === 'include')) model.add(each)
              else model.delete(each)
            }
            versions.push((versions[at] ?? first).set(ids, chosen))
            models.push(model)
          }
          const order = versions
            .map((_, index) => index)
            .sort((a, b) => (steps[a]?.read ?? 0) - (steps[b]?.read ?? 0))
          for (const index of order)
            expect(ids(versions[index] ?? first)).toEqual([...(models[index] ?? [])].sort())
        },
      ),
    )
  })
})
