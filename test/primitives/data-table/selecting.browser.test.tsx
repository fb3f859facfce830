import { beforeEach, describe, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { type Selection, selectionFrom, selectNone } from '../../../src/base/selection.ts'
import type { DataTableProps } from '../../../src/primitives/data-table/data-table-props.ts'
import { Frame, PeopleTable, type Person, people, person, table } from './people.tsx'

beforeEach(() => page.viewport(1_000, 700))

const box = (index: number) => page.getByRole('checkbox', { name: `Select Person ${index}`, exact: true })
const head = page.getByRole('checkbox', { name: 'Select all' })

async function mount(props: Partial<DataTableProps<Person>> = {}) {
  const changes: Selection[] = []
  await render(
    <Frame>
      <PeopleTable onActivate={() => undefined} onSelectionChange={(next) => changes.push(next)} {...props} />
    </Frame>,
  )
  return {
    changes,
    get ids() {
      return changes.at(-1)?.toJSON().ids.sort() ?? []
    },
  }
}

describe('DataTable selection', () => {
  it('has checkboxes only with one of the three props', async () => {
    const screen = await render(
      <Frame>
        <PeopleTable />
      </Frame>,
    )
    expect(screen.getByRole('checkbox').elements()).toHaveLength(0)
    await screen.rerender(
      <Frame>
        <PeopleTable defaultSelection={selectNone} />
      </Frame>,
    )
    await expect.element(head).toBeInTheDocument()
  })

  it('picks a row, marks it, and mixes the head', async () => {
    const picked = await mount()
    await box(3).click()
    expect(picked.ids).toEqual(['p3'])
    expect(table.row(3)).toHaveAttribute('data-selected')
    await expect.element(head).toBePartiallyChecked()
    await box(3).click()
    expect(picked.ids).toEqual([])
    await expect.element(head).not.toBePartiallyChecked()
  })

  it('picks a row by a click beside its checkbox', async () => {
    const picked = await mount()
    table.row(2)?.querySelector<HTMLElement>('[data-column="check"]')?.click()
    expect(picked.ids).toEqual(['p2'])
  })

  it('takes all that match, loaded or not, and leaves out the ones unticked', async () => {
    const picked = await mount({ rows: people(1_000_000) })
    await head.click()
    expect(picked.changes.at(-1)?.toJSON()).toEqual({ mode: 'exclude', ids: [] })
    await box(1).click()
    expect(picked.changes.at(-1)?.count(1_000_000)).toBe(999_999)
    await expect.element(head).toBePartiallyChecked()
    await head.click()
    await head.click()
    expect(picked.changes.at(-1)?.toJSON()).toEqual({ mode: 'include', ids: [] })
  })

  it('checks the head when every row of a short list is picked', async () => {
    await mount({ rows: [0, 1, 2].map(person), selectable: (row) => row.id !== 'p1' || 'This is you.' })
    await box(0).click()
    await box(2).click()
    await expect.element(head).toBeChecked()
  })

  it('takes a range by shift and click, and replaces it by the next one', async () => {
    const picked = await mount()
    await box(2).click()
    await box(5).click({ modifiers: ['Shift'] })
    expect(picked.ids).toEqual(['p2', 'p3', 'p4', 'p5'])
    await box(1).click({ modifiers: ['Shift'] })
    expect(picked.ids).toEqual(['p1', 'p2'])
  })

  it('takes a range away where the first row was unticked', async () => {
    const picked = await mount({
      defaultSelection: selectionFrom({ mode: 'include', ids: ['p1', 'p2', 'p3', 'p9'] }),
    })
    await box(1).click()
    await box(3).click({ modifiers: ['Shift'] })
    expect(picked.ids).toEqual(['p9'])
  })

  it('grows and shrinks a range by shift and arrows', async () => {
    const picked = await mount()
    table.button(4)?.focus()
    await userEvent.keyboard('{Shift>}{ArrowDown}{ArrowDown}{ArrowDown}{ArrowUp}{/Shift}')
    expect(picked.ids).toEqual(['p4', 'p5', 'p6'])
    expect(document.activeElement).toBe(table.button(6))
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{Shift>}{ArrowDown}{/Shift}')
    expect(picked.ids).toEqual(['p4', 'p5', 'p6', 'p8', 'p9'])
  })

  it('turns a row over by Space, and does not open it', async () => {
    const onActivate = vi.fn()
    const picked = await mount({ onActivate })
    table.button(0)?.focus()
    await userEvent.keyboard(' {ArrowDown} ')
    expect(picked.ids).toEqual(['p0', 'p1'])
    expect(onActivate).not.toHaveBeenCalled()
    await userEvent.keyboard('{Enter}')
    expect(onActivate).toHaveBeenCalledExactlyOnceWith(person(1))
  })

  it('skips a row that cannot be chosen, and says why', async () => {
    const picked = await mount({ selectable: (row) => row.id !== 'p1' || 'You cannot delete yourself.' })
    await box(0).click()
    await box(2).click({ modifiers: ['Shift'] })
    expect(picked.ids).toEqual(['p0', 'p2'])
    await expect.element(box(1)).toHaveAttribute('aria-disabled', 'true')
    await expect.element(box(1)).toHaveAccessibleDescription('You cannot delete yourself.')
  })

  it('loads the ids of a range that isn’t loaded, and skips rows that can’t be selected', async () => {
    const sparse = people(1_000_000, (index) => (index < 40 || index > 999_950 ? person(index) : undefined))
    const idsOf = vi.fn(async ({ start, end }: { start: number; end: number }) =>
      Array.from({ length: end - start }, (_, at) => `p${start + at}`),
    )
    const picked = await mount({
      rows: sparse,
      idsOf,
      selectable: (row) => row.id !== 'p31' || 'This is you.',
    })
    table.button(0)?.focus()
    await userEvent.keyboard('{PageDown}{PageDown}{PageDown}')
    const from = table.rows.indexOf(document.activeElement?.closest('tr') as HTMLElement)
    expect(from).toBeGreaterThan(-1)
    await userEvent.keyboard('{Shift>}{PageDown}{PageDown}{/Shift}')
    await expect.poll(() => picked.ids.length).toBe(18)
    expect(idsOf).toHaveBeenLastCalledWith({ start: 27, end: 46 }, { signal: expect.any(AbortSignal) })
    expect(picked.ids).not.toContain('p31')
    expect(picked.ids).toContain('p45')
  })

  it('drops the response for a range that is no longer wanted', async () => {
    const answers: ((ids: string[]) => void)[] = []
    const picked = await mount({
      rows: people(100, (index) => (index === 3 ? undefined : person(index))),
      idsOf: () => new Promise<string[]>((answer) => answers.push(answer)),
    })
    await box(1).click()
    await box(5).click({ modifiers: ['Shift'] })
    await box(8).click()
    answers[0]?.(['p1', 'p2', 'p3', 'p4', 'p5'])
    await Promise.resolve()
    expect(picked.ids).toEqual(['p1', 'p8'])
  })

  it('does not change the selection when the ids cannot be loaded', async () => {
    const picked = await mount({
      rows: people(100, (index) => (index === 3 ? undefined : person(index))),
      idsOf: () => Promise.reject(new Error('offline')),
    })
    await box(1).click()
    await box(5).click({ modifiers: ['Shift'] })
    expect(picked.ids).toEqual(['p1'])
  })

  it('refuses a range of more than 5,000 rows and stays where it is', async () => {
    const onRangeTooLong = vi.fn()
    const picked = await mount({ rows: people(1_000_000), onRangeTooLong })
    table.button(0)?.focus()
    await userEvent.keyboard('{Shift>}{End}{/Shift}')
    expect(onRangeTooLong).toHaveBeenCalledExactlyOnceWith({ start: 0, end: 1_000_000 })
    expect(picked.changes).toHaveLength(0)
    expect(document.activeElement).toBe(table.button(0))
  })

  it('begins a new range in a new list', async () => {
    const changes: Selection[] = []
    const list = (listKey: string) => (
      <Frame>
        <PeopleTable listKey={listKey} onSelectionChange={(next) => changes.push(next)} />
      </Frame>
    )
    const screen = await render(list('a'))
    await box(1).click()
    await screen.rerender(list('b'))
    await box(4).click({ modifiers: ['Shift'] })
    expect(changes.at(-1)?.toJSON().ids.sort()).toEqual(['p1', 'p4'])
  })

  it('shows what its owner says, not what was clicked', async () => {
    await mount({ selection: selectionFrom({ mode: 'include', ids: ['p2'] }) })
    await box(0).click()
    await expect.element(box(0)).not.toBeChecked()
    await expect.element(box(2)).toBeChecked()
  })
})
