import { hydrateRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { selectNone } from '../../../src/base/selection.ts'
import { DataTable } from '../../../src/primitives/data-table/DataTable.tsx'
import { RosterUI } from '../../../src/primitives/roster-ui/RosterUI.tsx'
import { columns, Frame, PeopleTable, people, person, table } from './people.tsx'

beforeEach(() => page.viewport(1_000, 700))

const heads = () =>
  [...document.querySelectorAll('th.roster-table-heading')].map((head) => head.getAttribute('data-column'))

describe('DataTable columns', () => {
  it.each([
    [900, 'wide', ['name', 'role', 'team']],
    [500, 'narrow', ['name', 'role']],
    [250, 'narrow', ['name']],
  ])('fit a container of %i px', async (width, size, shown) => {
    await render(
      <Frame width={width}>
        <PeopleTable />
      </Frame>,
    )
    await expect.poll(heads).toEqual(shown)
    expect(document.querySelector('.roster-table')).toHaveAttribute('data-size', size)
    expect(table.row(0)?.textContent?.includes('Admin')).toBe(true)
    expect(table.scroll.scrollWidth).toBeLessThanOrEqual(width)
  })

  it('follow their container as it changes', async () => {
    const screen = await render(
      <Frame>
        <PeopleTable />
      </Frame>,
    )
    expect(table.row(0)?.getBoundingClientRect().height).toBe(52)
    await screen.rerender(
      <Frame width={390}>
        <PeopleTable />
      </Frame>,
    )
    await expect.poll(heads).toEqual(['name', 'role'])
    await expect.poll(() => table.row(0)?.getBoundingClientRect().height).toBe(60)
  })

  it('can be hidden', async () => {
    await render(
      <Frame>
        <PeopleTable hiddenColumns={['role']} />
      </Frame>,
    )
    expect(heads()).toEqual(['name', 'team'])
  })

  it('may have spaces in their ids, shown or folded', async () => {
    const spaced = [...columns, { id: 'cost centre', header: 'Cost centre', priority: 9, cell: () => '4711' }]
    const screen = await render(
      <Frame>
        <PeopleTable columns={spaced} />
      </Frame>,
    )
    expect(heads()).toEqual(['name', 'role', 'team', 'cost centre'])
    await screen.rerender(
      <Frame width={390}>
        <PeopleTable columns={spaced} />
      </Frame>,
    )
    await expect.poll(heads).toEqual(['name', 'role'])
  })

  it('keep a long head within their own width', async () => {
    const long = { id: 'long', header: 'A head that is longer than its column', width: 80, cell: () => 'x' }
    await render(
      <Frame>
        <PeopleTable columns={[...columns, long, { ...long, id: 'next' }]} />
      </Frame>,
    )
    const head = document.querySelector<HTMLElement>('th[data-column=long]')
    if (!head) throw new Error('No head')
    expect(head.scrollWidth).toBeGreaterThan(head.clientWidth)
    expect(getComputedStyle(head)).toMatchObject({ overflowX: 'clip', textOverflow: 'ellipsis' })
  })

  it('sort where they say so, in the direction they begin with, and turn round', async () => {
    const onSortChange = vi.fn()
    const mount = (sort?: { column: string; direction: 'ascending' | 'descending' }) => (
      <Frame>
        <PeopleTable sort={sort} onSortChange={onSortChange} />
      </Frame>
    )
    const screen = await render(mount())
    expect(screen.getByRole('button', { name: 'Role' }).elements()).toHaveLength(0)
    await screen.getByRole('button', { name: 'Team' }).click()
    expect(onSortChange).toHaveBeenLastCalledWith({ column: 'team', direction: 'descending' })
    await screen.getByRole('button', { name: 'Name' }).click()
    expect(onSortChange).toHaveBeenLastCalledWith({ column: 'name', direction: 'ascending' })
    await screen.rerender(mount({ column: 'name', direction: 'ascending' }))
    await expect
      .element(screen.getByRole('columnheader', { name: 'Name' }))
      .toHaveAttribute('aria-sort', 'ascending')
    await expect
      .element(screen.getByRole('columnheader', { name: 'Team' }))
      .toHaveAttribute('aria-sort', 'none')
    await screen.getByRole('button', { name: 'Name' }).click()
    expect(onSortChange).toHaveBeenLastCalledWith({ column: 'name', direction: 'descending' })
    await screen.rerender(mount({ column: 'name', direction: 'descending' }))
    await expect
      .element(screen.getByRole('columnheader', { name: 'Name' }))
      .toHaveAttribute('aria-sort', 'descending')
    await screen.getByRole('button', { name: 'Name' }).click()
    expect(onSortChange).toHaveBeenLastCalledWith({ column: 'name', direction: 'ascending' })
  })
})

describe('DataTable beside rules for bare tables', () => {
  it('looks as it does without them', async () => {
    await render(
      <Frame>
        <PeopleTable onActivate={() => undefined} defaultSelection={selectNone} />
      </Frame>,
    )
    const look = () =>
      [...table.scroll.querySelectorAll('table, th, td')].map((element) => {
        const { display, border, padding, backgroundColor, textTransform } = getComputedStyle(element)
        const { x, y, width, height } = element.getBoundingClientRect()
        return { display, border, padding, backgroundColor, textTransform, x, y, width, height }
      })
    const before = look()
    const sheet = document.createElement('style')
    sheet.textContent = `
      table, thead, tbody, tr, th, td { display: block }
      table, tr, th, td { margin: 8px; padding: 12px; border: 1px solid red; background: pink }
      th { text-transform: uppercase; letter-spacing: 2px }`
    document.head.prepend(sheet)
    onTestFinished(() => sheet.remove())
    expect(look()).toEqual(before)
  })
})

describe('DataTable height', () => {
  it('fills a parent that has one', async () => {
    await render(
      <Frame>
        <PeopleTable rows={people(3)} />
      </Frame>,
    )
    expect(table.scroll.getBoundingClientRect().height).toBe(600)
  })

  it.each([
    [3, 36 + 3 * 52],
    [1_000, 640],
  ])('is that of %i rows elsewhere, up to a token', async (total, height) => {
    await render(
      <RosterUI>
        <PeopleTable rows={people(total)} />
      </RosterUI>,
    )
    await expect.poll(() => table.scroll.getBoundingClientRect().height).toBe(height)
  })

  it('is reported correctly if a host scales it down', async () => {
    await render(
      <div style={{ scale: '0.5' }}>
        <Frame>
          <PeopleTable />
        </Frame>
      </div>,
    )
    await expect.poll(() => table.scroll.scrollHeight).toBe(36 + 1_000 * 52)
  })

  it('follows the density, and stays at the row that was seen first', async () => {
    const mount = (density: 'cosy' | 'compact') => (
      <Frame>
        <PeopleTable density={density} />
      </Frame>
    )
    const screen = await render(mount('cosy'))
    table.scroll.scrollTop = 400 * 52
    await expect.poll(() => table.seen[0]).toBe(400)
    await screen.rerender(mount('compact'))
    await expect.poll(() => table.row(400)?.getBoundingClientRect().height).toBe(40)
    await expect.poll(() => table.seen[0]).toBe(400)
  })
})

describe('DataTable in pages', () => {
  const pages = (total = 1_204) => (
    <Frame>
      <PeopleTable paging="pages" rows={people(total)} onActivate={() => undefined} />
    </Frame>
  )

  const shown = () => page.getByText(/ of /)

  it('draws a whole page and says which', async () => {
    const screen = await render(pages())
    expect(table.rows).toHaveLength(50)
    await expect.element(shown()).toHaveTextContent('1–50 of 1,204')
    await screen.getByRole('button', { name: 'Next page' }).click()
    await expect.element(shown()).toHaveTextContent('51–100 of 1,204')
    expect(table.rows[0]).toHaveAttribute('aria-rowindex', '52')
    await screen.getByRole('button', { name: 'Previous page' }).click()
    await expect
      .element(screen.getByRole('button', { name: 'Previous page' }))
      .toHaveAttribute('aria-disabled', 'true')
  })

  it('has no count, and turns no page, while the rows belong to an earlier query', async () => {
    const screen = await render(
      <Frame>
        <PeopleTable paging="pages" rows={people(1_204)} waiting />
      </Frame>,
    )
    await expect.element(shown()).not.toBeInTheDocument()
    await screen.getByRole('button', { name: 'Next page' }).click({ force: true })
    expect(table.rows[0]).toHaveAttribute('aria-rowindex', '2')
  })

  it('keeps the first row when the page grows', async () => {
    const screen = await render(pages())
    for (let turn = 0; turn < 3; turn += 1) await screen.getByRole('button', { name: 'Next page' }).click()
    await screen.getByRole('combobox').selectOptions('100')
    await expect.element(shown()).toHaveTextContent('101–200 of 1,204')
    expect(table.rows).toHaveLength(100)
  })

  it('shows the last page when the list shrinks, and the first row of a new page', async () => {
    const screen = await render(pages())
    table.scroll.scrollTop = 900
    for (let turn = 0; turn < 3; turn += 1) await screen.getByRole('button', { name: 'Next page' }).click()
    expect(table.scroll.scrollTop).toBe(0)
    await screen.rerender(pages(120))
    await expect.element(shown()).toHaveTextContent('101–120 of 120')
  })

  it('moves by key within the page', async () => {
    await render(pages())
    table.button(0)?.focus()
    await userEvent.keyboard('{End}')
    expect(document.activeElement).toBe(table.button(49))
    expect(table.seen).toContain(49)
  })
})

describe('DataTable from a server', () => {
  const app = (
    <RosterUI>
      <DataTable
        label="People"
        rows={people(1_000_000)}
        columns={columns}
        rowId={(row) => row.id}
        rowName={(row) => row.name}
        onActivate={() => undefined}
        onSelectionChange={() => undefined}
      />
    </RosterUI>
  )

  it('carries no inline style, and rows to read', () => {
    const html = renderToString(app)
    expect(html).not.toContain('style=')
    expect(html).toContain(person(0).name)
  })

  it('hydrates without a mismatch', async () => {
    const root = document.createElement('div')
    document.body.append(root)
    root.innerHTML = renderToString(app)
    const errors = vi.spyOn(console, 'error')
    const onRecoverableError = vi.fn()
    const hydrated = hydrateRoot(root, app, { onRecoverableError })
    onTestFinished(() => {
      hydrated.unmount()
      root.remove()
      errors.mockRestore()
    })
    await expect.poll(() => table.scroll.scrollHeight).toBe(8_000_036)
    expect(onRecoverableError).not.toHaveBeenCalled()
    expect(errors).not.toHaveBeenCalled()
  })
})
