import { createRef } from 'react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import type { DataTableActions } from '../../../src/primitives/data-table/useTableActions.ts'
import { columns, Frame, PeopleTable, table } from './people.tsx'

beforeEach(() => page.viewport(1_000, 700))

const heads = () =>
  [...document.querySelectorAll('th.roster-table-heading')].map((head) => head.getAttribute('data-column'))
const cells = () => [...(table.row(0)?.children ?? [])].map((cell) => cell.getAttribute('data-column'))
const widths = () =>
  [...document.querySelectorAll<HTMLElement>('.roster-table-column')].map((column) => [
    column.getAttribute('data-column'),
    column.getAttribute('width'),
  ])

describe('DataTable columnOrder', () => {
  it('orders heads, cells and widths, the primary column first and the unnamed ones last', async () => {
    await render(
      <Frame>
        <PeopleTable columnOrder={['team', 'name']} />
      </Frame>,
    )
    expect(heads()).toEqual(['name', 'team', 'role'])
    expect(cells()).toEqual(['name', 'team', 'role'])
    expect(widths()).toEqual([
      ['name', null],
      ['team', '240'],
      ['role', '168'],
    ])
  })

  it('ignores ids that no column has', async () => {
    await render(
      <Frame>
        <PeopleTable columnOrder={['gone', 'team']} hiddenColumns={['gone', 'role']} />
      </Frame>,
    )
    expect(heads()).toEqual(['name', 'team'])
  })

  it('keeps the widths of the narrow layout', async () => {
    await render(
      <Frame width={500}>
        <PeopleTable columnOrder={['team', 'role']} />
      </Frame>,
    )
    await expect.poll(heads).toEqual(['name', 'role'])
    expect(widths().at(-1)).toEqual(['role', '104'])
  })

  it('decides nothing about which columns fold', async () => {
    const wide = { id: 'wide', header: 'Wide', width: 400, priority: 9, cell: () => 'x' }
    await render(
      <Frame>
        <PeopleTable columns={[...columns, wide]} columnOrder={['wide']} />
      </Frame>,
    )
    expect(heads()).toEqual(['name', 'role', 'team'])
  })
})

describe('DataTable columns without a host’s state', () => {
  it('start from their defaults and change by the handle', async () => {
    const actions = createRef<DataTableActions>()
    const onHiddenColumnsChange = vi.fn()
    const onColumnOrderChange = vi.fn()
    await render(
      <Frame>
        <PeopleTable
          actionsRef={actions}
          defaultHiddenColumns={['role']}
          defaultColumnOrder={['team']}
          onHiddenColumnsChange={onHiddenColumnsChange}
          onColumnOrderChange={onColumnOrderChange}
        />
      </Frame>,
    )
    expect(heads()).toEqual(['name', 'team'])
    actions.current?.setHiddenColumns([])
    await expect.poll(heads).toEqual(['name', 'team', 'role'])
    actions.current?.setColumnOrder(['role'])
    await expect.poll(heads).toEqual(['name', 'role', 'team'])
    expect(onHiddenColumnsChange.mock.calls).toEqual([[[]]])
    expect(onColumnOrderChange.mock.calls).toEqual([[['role']]])
  })

  it('are left to a host that controls them', async () => {
    const actions = createRef<DataTableActions>()
    const onHiddenColumnsChange = vi.fn()
    await render(
      <Frame>
        <PeopleTable
          actionsRef={actions}
          hiddenColumns={['role']}
          onHiddenColumnsChange={onHiddenColumnsChange}
        />
      </Frame>,
    )
    actions.current?.setHiddenColumns(['team'])
    expect(onHiddenColumnsChange).toHaveBeenCalledWith(['team'])
    expect(heads()).toEqual(['name', 'team'])
  })
})
