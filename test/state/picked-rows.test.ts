import { describe, expect, it } from 'vitest'
import { type Selection, selectAll, selectionFrom, selectNone } from '../../src/base/selection.ts'
import { createPickedRows } from '../../src/state/lists/picked-rows.ts'
import { endSelection } from '../../src/state/runs/end-selection.ts'

type Picked = ReturnType<typeof aPicked>['picked']

const end = (picked: Picked, used: Selection, failed: string[]) =>
  endSelection(
    { picked, used, selectNone },
    failed.map((id) => ({ id })),
  )

const of = (...ids: string[]) => selectionFrom({ mode: 'include', ids })

function aPicked(first = selectNone) {
  const picked = createPickedRows({})
  picked.set(first)
  return { picked, ids: () => picked.get().toJSON().ids.sort() }
}

describe('picked rows', () => {
  it('that a host owns lose every row that is deleted before the host passes the selection back', () => {
    const picked = createPickedRows({})
    let value = of('a', 'b', 'c')
    const control = () => picked.control({ value, onChange })
    const onChange = (next: typeof value) => {
      value = next
    }
    control()
    picked.drop(['a'])
    picked.drop(['b'])
    expect(value.toJSON().ids).toEqual(['c'])
    control()
    // One that was restored can be picked again.
    value = of('a', 'c')
    control()
    picked.drop(['c'])
    expect(value.toJSON().ids).toEqual(['a'])
  })

  it('end with the action that used them, except for those that failed', () => {
    const { picked, ids } = aPicked(of('a', 'b', 'c'))
    end(picked, picked.get(), ['b'])
    expect(ids()).toEqual(['b'])
    end(picked, picked.get(), [])
    expect(picked.get().count(9)).toBe(0)
  })

  it('keep what was picked since the action began', () => {
    const used = of('a', 'b')
    const { picked, ids } = aPicked(used.set(['c'], true))
    end(picked, used, ['a'])
    expect(ids()).toEqual(['a', 'c'])
  })

  it('end when all that match were used, also if the search has changed since', () => {
    const { picked, ids } = aPicked(selectAll)
    end(picked, selectAll, ['a'])
    expect([picked.get().mode, ids()]).toEqual(['include', ['a']])
    const changed = aPicked(of('x'))
    end(changed.picked, selectAll, ['a'])
    expect(changed.ids()).toEqual(['a', 'x'])
  })

  it('stay all that match if these were selected since the action began', () => {
    const { picked } = aPicked(selectAll)
    end(picked, of('a'), ['a'])
    expect(picked.get()).toBe(selectAll)
  })
})
