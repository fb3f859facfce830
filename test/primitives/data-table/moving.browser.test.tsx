import { useLayoutEffect } from 'react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { columns, Frame, PeopleTable, people, person, table } from './people.tsx'

beforeEach(() => page.viewport(1_000, 700))

const nextFrame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))
const focused = () => document.activeElement?.closest('tr')?.getAttribute('aria-rowindex')

/** Measures the page when it is taken out, as parts with a popover do. */
function Measuring() {
  useLayoutEffect(() => () => void table.scroll.scrollHeight, [])
  return <span>…</span>
}

const measuringColumns = columns.map((column) => ({ ...column, skeleton: () => <Measuring /> }))

describe('DataTable focus', () => {
  it('is one stop for Tab, on the row that was focused last', async () => {
    await render(
      <Frame>
        <button type="button">before</button>
        <PeopleTable onActivate={() => undefined} />
        <button type="button">after</button>
      </Frame>,
    )
    await page.getByText('before').click()
    await userEvent.keyboard('{Tab}')
    expect(document.activeElement).toBe(table.button(0))
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{Tab}')
    expect(document.activeElement?.textContent).toBe('after')
    await userEvent.keyboard('{Shift>}{Tab}{/Shift}')
    expect(document.activeElement).toBe(table.button(2))
  })

  it('is on the row header if rows don’t open', async () => {
    await render(
      <Frame>
        <PeopleTable />
      </Frame>,
    )
    await userEvent.keyboard('{Tab}')
    await userEvent.keyboard('{ArrowDown}')
    expect(document.activeElement?.tagName).toBe('TH')
    expect(focused()).toBe('3')
  })

  it('moves from checkbox to checkbox', async () => {
    await render(
      <Frame>
        <PeopleTable onActivate={() => undefined} onSelectionChange={() => undefined} />
      </Frame>,
    )
    table.row(0)?.querySelector('input')?.focus()
    await userEvent.keyboard('{ArrowDown}')
    expect(document.activeElement).toBe(table.row(1)?.querySelector('input'))
    await userEvent.keyboard('{Tab}')
    expect(document.activeElement).toBe(table.button(1))
  })

  it('reaches a row that stays in view, although keys in the heads have just scrolled', async () => {
    await render(
      <Frame>
        <PeopleTable rows={people(1_000)} onSelectionChange={() => undefined} />
      </Frame>,
    )
    await userEvent.keyboard('{Tab}')
    expect(document.activeElement?.closest('thead')).not.toBeNull()
    await userEvent.keyboard('{PageDown}{ArrowDown}{ArrowDown}')
    const { scrollTop } = table.scroll
    expect(scrollTop).toBeGreaterThan(400)
    await nextFrame()
    await nextFrame()
    expect(table.scroll.scrollTop).toBe(scrollTop)
    for (let stop = 0; stop < 4 && !document.activeElement?.closest('tbody'); stop += 1)
      await userEvent.keyboard('{Tab}')
    const row = document.activeElement?.closest('tbody tr')?.getBoundingClientRect()
    const view = table.scroll.getBoundingClientRect()
    expect(row?.top).toBeGreaterThanOrEqual(view.top)
    expect(row?.bottom).toBeLessThanOrEqual(view.bottom)
    await userEvent.keyboard('{Shift>}{Tab}{/Shift}{Home}')
    expect(table.scroll.scrollTop).toBe(0)
  })

  it('survives its row scrolling far out of sight', async () => {
    await render(
      <Frame>
        <PeopleTable rows={people(1_000_000)} onActivate={() => undefined} />
      </Frame>,
    )
    table.button(2)?.focus()
    for (const top of [300_000, 7_000_000, 8_000_000, 100]) {
      table.scroll.scrollTop = top
      await nextFrame()
      expect(document.activeElement).toBe(table.button(2))
      expect(table.seen.includes(2)).toBe(top === 100)
    }
    table.scroll.scrollTop = 4_000_000
    await nextFrame()
    await userEvent.keyboard('{ArrowDown}')
    expect(document.activeElement).toBe(table.button(3))
    expect(table.seen).toContain(3)
  })

  it('stays in its place when rows arrive, go, and trade places', async () => {
    const mount = (rows: ReturnType<typeof people>) => (
      <Frame>
        <PeopleTable rows={rows} onActivate={() => undefined} />
      </Frame>
    )
    const screen = await render(mount(people(100, () => undefined)))
    await userEvent.keyboard('{Tab}{ArrowDown}{ArrowDown}')
    expect(document.activeElement?.tagName).toBe('TH')
    await screen.rerender(mount(people(100)))
    expect(document.activeElement).toBe(table.button(2))
    await screen.rerender(mount(people(99, (index) => person(index < 2 ? index : index + 1))))
    expect(document.activeElement?.textContent).toBe('Person 3')
    await screen.rerender(mount(people(99, (index) => person(98 - index))))
    await userEvent.keyboard('{ArrowUp}')
    expect(document.activeElement?.tagName).toBe('BUTTON')
    await screen.rerender(mount(people(2)))
    expect(document.activeElement).toBe(table.button(1))
    await screen.rerender(mount(people(0)))
    expect(document.activeElement).toBe(table.scroll)
  })

  it.each([[undefined], [() => undefined]])(
    'stays at the end when the last rows arrive',
    async (onActivate) => {
      const mount = (loaded: number) => (
        <Frame>
          <PeopleTable
            rows={people(1_000, (index) => (index < 50 || index >= loaded ? person(index) : undefined))}
            columns={measuringColumns}
            onActivate={onActivate}
          />
        </Frame>
      )
      const screen = await render(mount(1_000))
      await userEvent.keyboard('{Tab}{End}')
      await nextFrame()
      await screen.rerender(mount(950))
      await nextFrame()
      expect(table.seen.at(-1)).toBe(999)
      expect(focused()).toBe('1001')
    },
  )

  it('leaves the keys of a field in a cell to the field', async () => {
    const columns = [{ id: 'note', header: 'Note', primary: true, cell: () => <input aria-label="Note" /> }]
    await render(
      <Frame>
        <PeopleTable columns={columns} onSelectionChange={() => undefined} />
      </Frame>,
    )
    await page.getByRole('textbox', { name: 'Note' }).first().click()
    await userEvent.keyboard('a b{Home}c{ArrowDown}')
    expect((document.activeElement as HTMLInputElement).value).toBe('ca b')
    expect(focused()).toBe('2')
  })
})

describe('DataTable rows', () => {
  it('open by their button, by Enter and by a click beside it, not by a control of their own', async () => {
    const onActivate = vi.fn()
    const own = vi.fn()
    const columns = [
      { id: 'name', header: 'Name', primary: true, cell: () => 'name' },
      {
        id: 'own',
        header: 'Own',
        cell: () => (
          <button type="button" onClick={own}>
            Own
          </button>
        ),
      },
    ]
    await render(
      <Frame>
        <PeopleTable columns={columns} onActivate={onActivate} />
      </Frame>,
    )
    await page.getByRole('button', { name: 'Own' }).first().click()
    expect(own).toHaveBeenCalledOnce()
    expect(onActivate).not.toHaveBeenCalled()
    await page.getByText('name').nth(1).click()
    expect(onActivate).toHaveBeenCalledExactlyOnceWith(person(1))
  })

  it('open by their button though text is selected elsewhere, not by text dragged over in them', async () => {
    const onActivate = vi.fn()
    await render(
      <Frame>
        <p>Text of the host</p>
        <PeopleTable onActivate={onActivate} />
      </Frame>,
    )
    document.getSelection()?.selectAllChildren(await page.getByText('Text of the host').findElement())
    await page.getByRole('button', { name: person(1).name }).click()
    expect(onActivate).toHaveBeenCalledOnce()
    const cell = document.querySelector<HTMLElement>('[aria-rowindex="3"] [data-column=role]')
    if (cell) document.getSelection()?.selectAllChildren(cell)
    cell?.click()
    expect(onActivate).toHaveBeenCalledOnce()
  })

  it('are drawn again only when one of their own things changes', async () => {
    const drawn: string[] = []
    const columns = [
      {
        id: 'name',
        header: 'Name',
        primary: true,
        cell: (row: { id: string; name: string }) => {
          drawn.push(row.id)
          return row.name
        },
      },
    ]
    const rows = people(
      1_000,
      ((made: Map<number, ReturnType<typeof person>>) => (index: number) => {
        const row = made.get(index) ?? person(index)
        made.set(index, row)
        return row
      })(new Map()),
    )
    await render(
      <Frame>
        <PeopleTable rows={rows} columns={columns} onSelectionChange={() => undefined} />
      </Frame>,
    )
    drawn.length = 0
    await page.getByRole('checkbox', { name: 'Select Person 3', exact: true }).click()
    expect(new Set(drawn).size).toBeLessThanOrEqual(2)
    expect(drawn).toContain('p3')
    drawn.length = 0
    table.scroll.scrollTop += 52
    await nextFrame()
    expect(drawn.length).toBeLessThanOrEqual(2)
  })

  it('say in place what is loading and what cannot be read', async () => {
    const rows = people(100, (index) =>
      index === 1 ? { unreadable: true, issue: 'name: missing' } : index === 2 ? undefined : person(index),
    )
    await render(
      <Frame>
        <PeopleTable rows={rows} onActivate={() => undefined} onSelectionChange={() => undefined} />
      </Frame>,
    )
    expect(table.row(1)?.textContent).toBe('This row can’t be shown')
    expect(table.row(2)?.textContent).toBe('Loading')
    for (const index of [0, 1, 2]) expect(table.row(index)?.getBoundingClientRect().height).toBe(52)
    expect(table.row(1)?.querySelector('input')).toBeNull()
  })

  it('tell which of them are seen, each time these change', async () => {
    const onRangeChange = vi.fn()
    await render(
      <Frame>
        <PeopleTable rows={people(1_000_000, () => undefined)} onRangeChange={onRangeChange} />
      </Frame>,
    )
    await expect.poll(() => onRangeChange.mock.calls).toEqual([[{ start: 0, end: 12 }]])
    table.scroll.scrollTop = 8_000_000
    await expect.poll(() => onRangeChange.mock.lastCall).toEqual([{ start: 999_989, end: 1_000_000 }])
  })

  it('start from the first when the list is another one', async () => {
    const list = (listKey: string) => (
      <Frame>
        <PeopleTable rows={people(1_000_000)} listKey={listKey} />
      </Frame>
    )
    const screen = await render(list('a'))
    table.scroll.scrollTop = 5_000_000
    await nextFrame()
    await screen.rerender(list('b'))
    await expect.poll(() => table.seen[0]).toBe(0)
  })
})
