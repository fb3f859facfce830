import { beforeEach, describe, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { type Selection, selectNone } from '../../../src/base/selection.ts'
import { Popover } from '../../../src/primitives/popover/Popover.tsx'
import { columns, Frame, PeopleTable, type Person, person, table } from './people.tsx'

beforeEach(() => page.viewport(1_000, 700))

const nextFrame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))

/** The people that a host has, with some who joined above them. */
const joined = (count: number, total = 100): Person[] => [
  ...Array.from({ length: count }, (_, index) => ({
    ...person(index),
    id: `n${index}`,
    name: `New ${index}`,
  })),
  ...Array.from({ length: total }, (_, index) => person(index)),
]

const focusedName = () => document.activeElement?.closest('tr')?.querySelector('th')?.textContent

describe('DataTable when the host’s array grows above', () => {
  const mount = (count: number, props: Partial<Parameters<typeof PeopleTable>[0]> = {}) => (
    <Frame>
      <PeopleTable rows={joined(count)} onActivate={() => undefined} {...props} />
    </Frame>
  )

  it.each([1, 3, 50])('keeps the focus on its row and the row in view, %i rows later', async (count) => {
    const screen = await render(mount(0))
    table.button(4)?.focus()
    const element = document.activeElement
    await screen.rerender(mount(count))
    expect(document.activeElement).toBe(element)
    expect(focusedName()).toBe('Person 4')
    await expect.poll(() => table.seen).toContain(count + 4)
    await userEvent.keyboard('{ArrowDown}')
    expect(focusedName()).toBe('Person 5')
  })

  it('lets Space select and Enter open the row that they were on', async () => {
    const onActivate = vi.fn<(row: Person) => void>()
    const onSelectionChange = vi.fn<(selection: Selection) => void>()
    const props = { onActivate, onSelectionChange, defaultSelection: selectNone }
    const screen = await render(mount(0, props))
    table.row(1)?.querySelector('input')?.focus()
    await screen.rerender(mount(1, props))
    await userEvent.keyboard(' ')
    expect(onSelectionChange.mock.lastCall?.[0].toJSON().ids).toEqual(['p1'])
    await userEvent.keyboard('{Tab}')
    await screen.rerender(mount(2, props))
    await userEvent.keyboard('{Enter}')
    expect(onActivate.mock.lastCall?.[0].id).toBe('p1')
  })

  it('extends a range from the row that it began at', async () => {
    const onSelectionChange = vi.fn<(selection: Selection) => void>()
    const props = { onSelectionChange, defaultSelection: selectNone }
    const screen = await render(mount(0, props))
    table.row(2)?.querySelector('input')?.click()
    await screen.rerender(mount(3, props))
    const fourth = table.row(3 + 4)?.querySelector('input')
    fourth?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, shiftKey: true }))
    expect(new Set(onSelectionChange.mock.lastCall?.[0].toJSON().ids)).toEqual(new Set(['p2', 'p3', 'p4']))
  })

  it('leaves an open popover with the row that it was opened in, and beside it', async () => {
    const more = {
      id: 'more',
      header: 'More',
      cell: (row: Person) => (
        <Popover
          label={`About ${row.id}`}
          trigger={(trigger) => (
            <button type="button" {...trigger}>
              more
            </button>
          )}
        >
          {`All about ${row.name}`}
        </Popover>
      ),
    }
    const props = { columns: [...columns, more] }
    const screen = await render(mount(0, props))
    table.row(2)?.querySelector<HTMLElement>('[data-column=more] button')?.click()
    await expect.element(screen.getByText('All about Person 2')).toBeVisible()
    const beside = () => {
      const row = table.rows.find((row) => row.querySelector('th')?.textContent === 'Person 2')
      const button = row?.querySelector('[data-column=more] button')?.getBoundingClientRect()
      const popover = document.querySelector(':popover-open')?.getBoundingClientRect()
      return Math.round((popover?.top ?? 0) - (button?.bottom ?? 0))
    }
    for (const count of [1, 3]) {
      await screen.rerender(mount(count, props))
      await expect.element(screen.getByText('All about Person 2')).toBeVisible()
      expect(screen.getByText(/^All about/).elements()).toHaveLength(1)
      await expect.poll(beside).toBe(4)
    }
    const sorted = joined(0, 6).reverse()
    await screen.rerender(
      <Frame>
        <PeopleTable rows={sorted} onActivate={() => undefined} {...props} />
      </Frame>,
    )
    await expect.poll(beside).toBe(4)
  })
})

it('when the host’s array shrinks above, the focus stays on its row and its elements', async () => {
  const mount = (count: number) => (
    <Frame>
      <PeopleTable rows={joined(count)} onActivate={() => undefined} />
    </Frame>
  )
  const screen = await render(mount(3))
  table.button(7)?.focus()
  const element = document.activeElement
  expect(focusedName()).toBe('Person 4')
  await screen.rerender(mount(0))
  expect(document.activeElement).toBe(element)
  expect(focusedName()).toBe('Person 4')
})

it('a popover about another row is closed, has the same button, and stays closed for the row before', async () => {
  const About = ({ subject }: { subject: string }) => (
    <Popover label="Teams" subject={subject} trigger={(trigger) => <button type="button" {...trigger} />}>
      Teams of {subject}
    </Popover>
  )
  const { container, rerender } = await render(<About subject="ada" />)
  const button = container.querySelector('button')
  const popover = () => container.querySelector('[popover]')?.textContent
  expect(popover()).toBe(undefined)
  button?.click()
  await expect.poll(popover).toBe('Teams of ada')
  await rerender(<About subject="bea" />)
  expect(popover()).toBe(undefined)
  await rerender(<About subject="ada" />)
  expect(popover()).toBe(undefined)
  expect(container.querySelector('button')).toBe(button)
})

describe('DataTable when the host’s array changes in the middle of a gesture', () => {
  const mount = (rows: Person[], props: Partial<Parameters<typeof PeopleTable>[0]>) => (
    <Frame>
      <PeopleTable rows={rows} {...props} />
    </Frame>
  )
  const down = (element: Element | null | undefined) =>
    element?.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }))
  const release = (element: Element | null | undefined) =>
    element?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, detail: 1 }))

  it('opens and selects no row that took the place of the pressed one', async () => {
    const onActivate = vi.fn<(row: Person) => void>()
    const onSelectionChange = vi.fn<(selection: Selection) => void>()
    const props = { onActivate, onSelectionChange, defaultSelection: selectNone }
    const rows = [person(0), person(1), person(2)]
    const screen = await render(mount(rows, props))
    for (const part of ['[data-column=check] input', '[data-primary]', '[data-column=team]']) {
      await screen.rerender(mount(rows, props))
      const element = table.row(1)?.querySelector(part)
      down(element)
      await screen.rerender(mount([person(10), person(11), person(12)], props))
      release(table.row(1)?.querySelector(part))
    }
    expect(onActivate).not.toHaveBeenCalled()
    expect(onSelectionChange).not.toHaveBeenCalled()
    down(table.button(1))
    await screen.rerender(mount([person(9), person(10), person(11)], props))
    release(table.button(2))
    expect(onActivate.mock.lastCall?.[0].id).toBe('p11')
  })

  it('opens a row that is clicked without a press, as assistive technology does', async () => {
    const onActivate = vi.fn<(row: Person) => void>()
    await render(mount([person(0), person(1), person(2)], { onActivate }))
    down(table.button(0))
    release(table.button(0))
    release(table.button(2))
    expect(onActivate.mock.calls.map(([{ id }]) => id)).toEqual(['p0', 'p2'])
  })

  it('acts once while a key is held, and not on the row after the one that it was pressed on', async () => {
    const onActivate = vi.fn<(row: Person) => void>()
    const onSelectionChange = vi.fn<(selection: Selection) => void>()
    const props = { onActivate, onSelectionChange, defaultSelection: selectNone }
    const screen = await render(mount([person(0), person(1), person(2)], props))
    table.button(1)?.focus()
    const press = (key: string, repeat: boolean) => {
      const event = new KeyboardEvent('keydown', { key, repeat, bubbles: true, cancelable: true })
      const goesOn = document.activeElement?.dispatchEvent(event)
      // A browser clicks the button for each `keydown` of Enter that goes on.
      if (key === 'Enter' && goesOn) (document.activeElement as HTMLElement).click()
    }
    press(' ', false)
    press(' ', true)
    expect(onSelectionChange).toHaveBeenCalledTimes(1)
    press('Enter', false)
    expect(onActivate.mock.lastCall?.[0].id).toBe('p1')
    await screen.rerender(mount([person(0), person(2)], props))
    expect(focusedName()).toBe('Person 2')
    press(' ', true)
    press('Enter', true)
    expect(onActivate).toHaveBeenCalledTimes(1)
    expect(onSelectionChange).toHaveBeenCalledTimes(1)
  })

  it('begins a new range if the row is gone that the last one began at', async () => {
    const onSelectionChange = vi.fn<(selection: Selection) => void>()
    const props = { onSelectionChange, defaultSelection: selectNone }
    const screen = await render(mount(joined(0, 12), props))
    table.row(2)?.querySelector('input')?.click()
    await screen.rerender(
      mount(
        joined(6, 12).filter(({ id }) => id !== 'p2'),
        props,
      ),
    )
    const check = table.row(6 + 3)?.querySelector('input')
    check?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, shiftKey: true }))
    expect(new Set(onSelectionChange.mock.lastCall?.[0].toJSON().ids)).toEqual(new Set(['p2', 'p4']))
  })
})

describe('DataTable rows while it scrolls', () => {
  it('reuse their elements, down, up and far away', async () => {
    await render(
      <Frame>
        <PeopleTable onActivate={() => undefined} />
      </Frame>,
    )
    table.scroll.scrollTop = 2_600
    await nextFrame()
    const elements = new Set(table.rows)
    for (const top of [2_652, 2_800, 2_600, 2_300, 30_000, 29_700]) {
      table.scroll.scrollTop = top
      await nextFrame()
      const numbers = table.rows.map((row) => Number(row.getAttribute('aria-rowindex')))
      expect(table.rows.filter((row) => !elements.has(row))).toEqual([])
      expect(numbers).toEqual(numbers.map((_, at) => (numbers[0] ?? 0) + at))
    }
  })

  it('hold nothing of the row that had their elements before', async () => {
    const note = {
      id: 'note',
      header: 'Note',
      cell: (row: Person) => <input aria-label={`Note on ${row.id}`} />,
    }
    await render(
      <Frame>
        <PeopleTable columns={[...columns, note]} />
      </Frame>,
    )
    const field = table.row(0)?.querySelector<HTMLInputElement>('[data-column=note] input')
    if (!field) throw new Error('No field')
    field.value = 'a draft'
    table.scroll.scrollTop = 20_000
    await nextFrame()
    const values = [...document.querySelectorAll<HTMLInputElement>('[data-column=note] input')].map(
      ({ value }) => value,
    )
    expect(values.length).toBeGreaterThan(10)
    expect(values.join('')).toBe('')
  })

  it('leave the elements of the focused row to it', async () => {
    await render(
      <Frame>
        <PeopleTable onActivate={() => undefined} />
      </Frame>,
    )
    const button = table.button(3)
    button?.focus()
    table.scroll.scrollTop = 20_000
    await nextFrame()
    expect(document.activeElement).toBe(button)
    expect(button?.textContent).toBe('Person 3')
    expect(table.seen.length).toBeGreaterThan(10)
  })
})
