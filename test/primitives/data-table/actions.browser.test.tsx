import { createRef } from 'react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import type { FocusedRowChange } from '../../../src/primitives/data-table/focus/useFocusedRow.ts'
import type { DataTableActions } from '../../../src/primitives/data-table/useTableActions.ts'
import { Frame, PeopleTable, type Person, people, person, table } from './people.tsx'

beforeEach(() => page.viewport(1_000, 700))

const nextFrame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))

describe('DataTable actionsRef', () => {
  it('focuses a drawn row and brings it into view', async () => {
    const actions = createRef<DataTableActions>()
    await render(
      <Frame>
        <PeopleTable actionsRef={actions} onActivate={() => undefined} />
      </Frame>,
    )
    const [last] = table.seen.slice(-1)
    const beyond = (last ?? 0) + 2
    expect(actions.current?.focusRow(person(beyond).id)).toBe(true)
    expect(document.activeElement).toBe(table.button(beyond))
    await expect.poll(() => table.seen).toContain(beyond)
  })

  it('returns false for a row that is not drawn, and leaves the focus where it is', async () => {
    const actions = createRef<DataTableActions>()
    await render(
      <Frame>
        <PeopleTable actionsRef={actions} />
      </Frame>,
    )
    const before = document.activeElement
    expect(actions.current?.focusRow('p900')).toBe(false)
    expect(actions.current?.focusRow('nobody')).toBe(false)
    expect(document.activeElement).toBe(before)
  })

  it('focuses the first row in view, not the first of the list', async () => {
    const actions = createRef<DataTableActions>()
    await render(
      <Frame>
        <PeopleTable actionsRef={actions} onActivate={() => undefined} />
      </Frame>,
    )
    table.scroll.scrollTop = 5_200
    await nextFrame()
    expect(actions.current?.focusFirstRow()).toBe(true)
    expect(document.activeElement).toBe(table.button(100))
  })

  it('returns false for the first row of an empty table', async () => {
    const actions = createRef<DataTableActions>()
    await render(
      <Frame>
        <PeopleTable actionsRef={actions} rows={people(0)} />
      </Frame>,
    )
    expect(actions.current?.focusFirstRow()).toBe(false)
  })

  it('stays the same handle when the table renders again', async () => {
    const actions = createRef<DataTableActions>()
    const mount = (total: number) => (
      <Frame>
        <PeopleTable actionsRef={actions} rows={people(total)} />
      </Frame>
    )
    const screen = await render(mount(10))
    const handle = actions.current
    await screen.rerender(mount(20))
    expect(actions.current).toBe(handle)
    expect(handle?.focusRow('p19')).toBe(false)
    expect(handle?.focusRow('p12')).toBe(true)
  })
})

describe('DataTable onFocusedRowChange', () => {
  it('is called once for each row that takes the focus, and when the focus leaves', async () => {
    const onFocusedRowChange = vi.fn<FocusedRowChange<Person>>()
    const mount = () => (
      <Frame>
        <PeopleTable
          onFocusedRowChange={onFocusedRowChange}
          onActivate={() => undefined}
          onSelectionChange={() => undefined}
        />
        <button type="button">after</button>
      </Frame>
    )
    const screen = await render(mount())
    expect(onFocusedRowChange).not.toHaveBeenCalled()
    table.button(0)?.focus()
    await userEvent.keyboard('{ArrowDown}')
    table.row(1)?.querySelector('input')?.focus()
    await screen.rerender(mount())
    await userEvent.click(page.getByText('after'))
    const calls = onFocusedRowChange.mock.calls.map(([row, index]) => [row?.id, index])
    expect(calls).toEqual([
      ['p0', 0],
      ['p1', 1],
      [undefined, undefined],
    ])
  })

  it('is called before the key that moved the focus reaches the table’s own handler', async () => {
    const seen: (string | undefined)[] = []
    let focused: string | undefined
    await render(
      <Frame>
        <PeopleTable
          onFocusedRowChange={(row) => {
            focused = row?.id
          }}
          onKeyDown={() => seen.push(focused)}
        />
      </Frame>,
    )
    await userEvent.keyboard('{Tab}{ArrowDown}{End}')
    expect(seen).toEqual(['p1', 'p999'])
  })

  it('is called again when the focused row arrives', async () => {
    const onFocusedRowChange = vi.fn<FocusedRowChange<Person>>()
    const mount = (loaded: boolean) => (
      <Frame>
        <PeopleTable
          rows={people(100, (index) => (loaded ? person(index) : undefined))}
          onFocusedRowChange={onFocusedRowChange}
        />
      </Frame>
    )
    const screen = await render(mount(false))
    await userEvent.keyboard('{Tab}')
    expect(onFocusedRowChange.mock.lastCall).toEqual([undefined, 0])
    await screen.rerender(mount(true))
    expect(onFocusedRowChange.mock.lastCall).toEqual([person(0), 0])
  })
})
