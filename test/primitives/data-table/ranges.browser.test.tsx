import { beforeEach, describe, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render, renderHook } from 'vitest-browser-react'
import type { RowRange } from '../../../src/base/row-range.ts'
import { type Selection, selectionFrom, selectNone } from '../../../src/base/selection.ts'
import {
  type UseRowSelectionOptions,
  useRowSelection,
} from '../../../src/primitives/data-table/selection/useRowSelection.ts'
import { Frame, PeopleTable, type Person, people, person, table } from './people.tsx'

beforeEach(() => page.viewport(1_000, 700))

const rowId = ({ id }: Person) => id

async function aSelection(options: Partial<UseRowSelectionOptions<Person>> = {}) {
  const changes: Selection[] = []
  const onRangeTooLong = vi.fn<(range: RowRange) => void>()
  const base: UseRowSelectionOptions<Person> = {
    source: people(10_000),
    rowId,
    listKey: 'a',
    defaultSelection: selectNone,
    onSelectionChange: (next) => changes.push(next),
    onRangeTooLong,
    ...options,
  }
  const hook = await renderHook((props: UseRowSelectionOptions<Person> = base) => useRowSelection(props))
  return {
    onRangeTooLong,
    changes,
    ids: () => changes.at(-1)?.toJSON().ids.sort() ?? [],
    rerender: (props: Partial<UseRowSelectionOptions<Person>>) => hook.rerender({ ...base, ...props }),
    unmount: hook.unmount,
    act: (run: (selection: NonNullable<ReturnType<typeof useRowSelection<Person>>>) => unknown) =>
      hook.act(() => {
        const { current } = hook.result
        if (!current) throw new Error('There is no selection.')
        run(current)
      }),
    current: () => hook.result.current,
  }
}

describe('useRowSelection', () => {
  it('is off unless one of its three props is given', async () => {
    const none = { defaultSelection: undefined, onSelectionChange: undefined, selection: undefined }
    expect((await aSelection(none)).current()).toBe(undefined)
    expect((await aSelection({ ...none, selection: selectNone })).current()).toBeDefined()
    expect((await aSelection({ ...none, defaultSelection: selectNone })).current()).toBeDefined()
    expect((await aSelection({ ...none, onSelectionChange: () => {} })).current()).toBeDefined()
  })

  it('toggles no row that may not be chosen, is not loaded or cannot be read', async () => {
    const source = people(10, (index) =>
      index === 1 ? undefined : index === 2 ? { unreadable: true, id: 'p2', issue: 'x' } : person(index),
    )
    const { act, changes } = await aSelection({
      source,
      selectable: (row) => row.id !== 'p0' || 'This is you.',
    })
    for (const index of [0, 1, 2]) await act(({ toggle }) => toggle(index))
    expect(changes).toEqual([])
    await act(({ toggle }) => toggle(3))
    expect(changes).toHaveLength(1)
  })

  it('takes a range of 5,000 rows, and refuses one more', async () => {
    const { act, onRangeTooLong, current } = await aSelection()
    const taken: (boolean | undefined)[] = []
    await act(({ toggle }) => toggle(0))
    await act(({ extend }) => taken.push(extend(4_999)))
    expect(current()?.value.count(10_000)).toBe(5_000)
    await act(({ extend }) => taken.push(extend(5_000)))
    expect(taken).toEqual([true, false])
    expect(onRangeTooLong).toHaveBeenCalledExactlyOnceWith({ start: 0, end: 5_001 })
    expect(current()?.value.count(10_000)).toBe(5_000)
  })

  it('goes on with the range before a refused one', async () => {
    const { act, ids } = await aSelection()
    await act(({ toggle }) => toggle(1))
    await act(({ extend }) => extend(9_000))
    await act(({ extend }) => extend(2))
    expect(ids()).toEqual(['p1', 'p2'])
  })

  it('goes up from its first row as well as down', async () => {
    const { act, ids } = await aSelection()
    await act(({ toggle }) => toggle(5))
    await act(({ extend }) => extend(3))
    expect(ids()).toEqual(['p3', 'p4', 'p5'])
    await act(({ extend }) => extend(6))
    expect(ids()).toEqual(['p5', 'p6'])
  })

  it('starts at the row itself where nothing was touched, and where the keyboard comes from', async () => {
    const { act, ids } = await aSelection()
    await act(({ extend }) => extend(4))
    expect(ids()).toEqual(['p4'])
    const other = await aSelection()
    await other.act(({ extend }) => extend(5, 4))
    await other.act(({ extend }) => extend(6, 5))
    expect(other.ids()).toEqual(['p4', 'p5', 'p6'])
    await other.act(({ extend }) => extend(9, 8))
    expect(other.ids()).toEqual(['p4', 'p5', 'p6', 'p8', 'p9'])
  })

  it('starts again if the host has changed the selection', async () => {
    const { act, rerender, ids } = await aSelection({ selection: selectNone, defaultSelection: undefined })
    await act(({ toggle }) => toggle(1))
    const other = selectionFrom({ mode: 'include', ids: ['p8'] })
    await rerender({ selection: other, defaultSelection: undefined })
    await act(({ extend }) => extend(3))
    expect(ids()).toEqual(['p3', 'p8'])
  })

  it('begins again after all rows were chosen or none', async () => {
    const { act, ids } = await aSelection()
    await act(({ toggle }) => toggle(1))
    await act(({ toggleAll }) => toggleAll())
    await act(({ toggleAll }) => toggleAll())
    await act(({ extend }) => extend(3))
    expect(ids()).toEqual(['p3'])
  })

  it('says nothing where nothing changes', async () => {
    const { act, changes } = await aSelection()
    await act(({ toggle }) => toggle(1))
    await act(({ extend }) => extend(1))
    expect(changes).toHaveLength(1)
  })

  it.each<[string, (answer: Awaited<ReturnType<typeof aSelection>>) => unknown]>([
    ['a row is toggled', ({ act }) => act(({ toggle }) => toggle(8))],
    ['another range is asked for', ({ act }) => act(({ extend }) => extend(2))],
    ['all rows are chosen', ({ act }) => act(({ toggleAll }) => toggleAll())],
    ['it goes', ({ unmount }) => unmount()],
  ])('asks for no more ids once %s', async (_, leave) => {
    const signals: AbortSignal[] = []
    const setup = await aSelection({
      source: people(100, (index) => (index === 3 ? undefined : person(index))),
      idsOf: (_, { signal }) => {
        signals.push(signal)
        return new Promise(() => {})
      },
    })
    await setup.act(({ toggle }) => toggle(1))
    await setup.act(({ extend }) => extend(5))
    expect(signals.map(({ aborted }) => aborted)).toEqual([false])
    await leave(setup)
    expect(signals[0]?.aborted).toBe(true)
  })

  it('drops ids that come for another list', async () => {
    let answer = (_: string[]) => {}
    const rows = people(100, (index) => (index === 3 ? undefined : person(index)))
    const idsOf = () =>
      new Promise<string[]>((resolve) => {
        answer = resolve
      })
    const { act, rerender, ids } = await aSelection({ source: rows, idsOf })
    await act(({ toggle }) => toggle(1))
    await act(({ extend }) => extend(5))
    await rerender({ source: rows, idsOf, listKey: 'b' })
    await act(() => answer(['p1', 'p2']))
    expect(ids()).toEqual(['p1'])
  })

  it('selects no range that isn’t loaded without a callback that loads it', async () => {
    const source = people(100, (index) => (index === 3 ? undefined : person(index)))
    const { act, ids } = await aSelection({ source })
    await act(({ toggle }) => toggle(1))
    await act(({ extend }) => extend(5))
    expect(ids()).toEqual(['p1'])
  })
})

describe('a row that may not be chosen', () => {
  it('stays as it is by click and by Space, and says why', async () => {
    const onSelectionChange = vi.fn()
    const screen = await render(
      <Frame>
        <PeopleTable
          onActivate={() => undefined}
          onSelectionChange={onSelectionChange}
          selectable={(row) => row.id !== 'p1' || 'This is you.'}
        />
      </Frame>,
    )
    const box = screen.getByRole('checkbox', { name: 'Select Person 1', exact: true })
    ;(await box.findElement()).dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))
    table.button(1)?.focus()
    await userEvent.keyboard(' ')
    expect(onSelectionChange).not.toHaveBeenCalled()
    await expect.element(box).toHaveAccessibleDescription('This is you.')
    await expect.element(box).not.toBeChecked()
  })
})
