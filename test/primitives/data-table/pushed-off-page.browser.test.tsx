import { beforeEach, describe, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { type Selection, selectNone } from '../../../src/base/selection.ts'
import { Frame, PeopleTable, type Person, person, table } from './people.tsx'

beforeEach(() => page.viewport(1_000, 700))

const nextFrame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))

const people = Array.from({ length: 100 }, (_, index) => person(index))

describe('DataTable with pages, when its rows change around the focused one', () => {
  const mount = (rows: Person[], props: Partial<Parameters<typeof PeopleTable>[0]> = {}) => (
    <Frame>
      <PeopleTable rows={rows} paging="pages" pageSize={10} {...props} />
    </Frame>
  )
  const announced = () => document.querySelector('[role=status]')?.textContent

  it.each([
    ['pushed to the next page', [{ ...person(0), id: 'new', name: 'New' }, ...people]],
    ['sorted to another page', [...people].reverse()],
  ])('a key acts on nobody once the focused row is %s', async (_, rows) => {
    const onActivate = vi.fn<(row: Person) => void>()
    const onFocusedRowChange = vi.fn<(row: Person | undefined) => void>()
    const onSelectionChange = vi.fn<(selection: Selection) => void>()
    const props = { onActivate, onFocusedRowChange, onSelectionChange, defaultSelection: selectNone }
    const screen = await render(mount(people, props))
    table.button(9)?.focus()
    await nextFrame()
    await screen.rerender(mount(rows, props))
    expect(document.activeElement).toBe(table.scroll)
    expect(announced()).toBe('Person 9 is on another page now')
    expect(getComputedStyle(table.scroll).outlineStyle).toBe('solid')
    await userEvent.keyboard(' {Enter}{Delete}')
    expect(onFocusedRowChange.mock.lastCall?.[0]).toBe(undefined)
    expect(onActivate).not.toHaveBeenCalled()
    expect(onSelectionChange).not.toHaveBeenCalled()
  })

  it('the focus stays in the rows when the host shows another page', async () => {
    const screen = await render(mount(people, { page: 1, onActivate: () => undefined }))
    table.button(3)?.focus()
    await nextFrame()
    await screen.rerender(mount(people, { page: 2, onActivate: () => undefined }))
    expect(document.activeElement?.textContent).toBe('Person 10')
  })
})

describe('DataTable with pages, when another list is shown', () => {
  const mount = (props: Partial<Parameters<typeof PeopleTable>[0]>) => (
    <Frame>
      <PeopleTable rows={people} paging="pages" pageSize={10} {...props} />
    </Frame>
  )
  const range = () => document.querySelector('.roster-table-pager bdi')?.textContent

  it('starts at its first page, and reports it', async () => {
    const onPageChange = vi.fn<(page: number) => void>()
    const screen = await render(mount({ listKey: 'all', defaultPage: 3, onPageChange }))
    await screen.getByRole('button', { name: 'Next page' }).click()
    await expect.poll(range).toBe('31–40 of 100')
    await screen.rerender(mount({ listKey: 'by role', onPageChange }))
    expect(range()).toBe('1–10 of 100')
    expect(onPageChange.mock.calls).toEqual([[4], [1]])
    await screen.getByRole('button', { name: 'Next page' }).click()
    await screen.rerender(mount({ listKey: 'by role', rows: [...people].reverse() }))
    expect(range()).toBe('11–20 of 100')
  })

  it('leaves the page to a host that controls it', async () => {
    const onPageChange = vi.fn<(page: number) => void>()
    const screen = await render(mount({ listKey: 'all', page: 3, onPageChange }))
    await screen.rerender(mount({ listKey: 'by role', page: 2, onPageChange }))
    expect(range()).toBe('11–20 of 100')
    expect(onPageChange).not.toHaveBeenCalled()
  })
})
