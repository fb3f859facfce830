import type { Meta, StoryObj } from '@storybook/react-vite'
import { type ComponentProps, useState } from 'react'
import { expect, fn, waitFor } from 'storybook/test'
import { selectionFrom } from '../../src/base/selection.ts'
import type { DataTableSort } from '../../src/primitives/data-table/columns/column-sort.ts'
import { DataTable } from '../../src/primitives/data-table/DataTable.tsx'
import { expectSeen } from '../expect-seen.ts'
import { type File, file, fileColumns, files } from './data-table-files.tsx'
import { inShadow } from './in-shadow.ts'
import { InShadowRoot } from './in-shadow-root.tsx'

const FileTable = DataTable<File>

const meta: Meta<typeof FileTable> = {
  title: 'Primitives/DataTable',
  component: FileTable,
  parameters: { layout: 'fullscreen' },
  args: {
    label: 'Files',
    rows: files(1_204),
    columns: fileColumns,
    rowId: (row) => row.id,
    rowName: (row) => row.name,
    onActivate: fn(),
    onRangeChange: fn(),
  },
  decorators: [
    (Story, { parameters }) => (
      <div style={{ blockSize: 480, maxInlineSize: parameters.width }}>
        <Story />
      </div>
    ),
  ],
}
export default meta

type Story = StoryObj<typeof FileTable>

export const Default: Story = {
  play: async ({ canvas, userEvent, args }) => {
    await userEvent.tab()
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}')
    await expect(canvas.getByRole('button', { name: file(2).name })).toHaveFocus()
    await expect(args.onActivate).toHaveBeenCalledWith(file(2))
    await expect(canvas.getByRole('table', { name: 'Files' })).toHaveAttribute('aria-rowcount', '1205')
  },
}

export const Loading: Story = {
  args: { rows: files(1_204, () => undefined), onSelectionChange: fn() },
  play: async ({ args }) => {
    await waitFor(() =>
      expect(args.onRangeChange).toHaveBeenCalledWith({ start: 0, end: expect.any(Number) }),
    )
  },
}

export const LoadedInPart: Story = {
  args: { rows: files(1_204, (index) => (index % 7 < 4 ? file(index) : undefined)), onSelectionChange: fn() },
}

export const Empty: Story = { name: 'No rows', args: { rows: [] } }
export const FewRows: Story = { args: { rows: [0, 1, 2].map(file) } }

export const MillionRows: Story = {
  name: 'A million rows',
  args: { rows: files(1_000_000) },
  play: async ({ canvas, canvasElement, userEvent }) => {
    await userEvent.tab()
    await userEvent.keyboard('{End}')
    await expect(canvas.getByRole('button', { name: file(999_999).name })).toHaveFocus()
    await userEvent.keyboard('{PageUp}{ArrowUp}{Home}')
    await expect(canvas.getByRole('button', { name: file(0).name })).toHaveFocus()
    await expect(canvasElement.querySelectorAll('.roster-table-row').length).toBeLessThan(24)
  },
}

export const Sortable: Story = {
  args: { onSortChange: fn() },
  render: function SortedFiles({ onSortChange, ...args }: ComponentProps<typeof FileTable>) {
    const [sort, setSort] = useState<DataTableSort>({ column: 'name', direction: 'ascending' })
    return (
      <FileTable
        {...args}
        sort={sort}
        onSortChange={(next) => {
          setSort(next)
          onSortChange?.(next)
        }}
      />
    )
  },
  play: async ({ canvas, userEvent, args }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Changed' }))
    await expect(args.onSortChange).toHaveBeenLastCalledWith({ column: 'day', direction: 'descending' })
    await expect(canvas.getByRole('columnheader', { name: 'Changed' })).toHaveAttribute(
      'aria-sort',
      'descending',
    )
    await userEvent.click(canvas.getByRole('button', { name: 'Changed' }))
    await expect(args.onSortChange).toHaveBeenLastCalledWith({ column: 'day', direction: 'ascending' })
  },
}

export const Selectable: Story = {
  args: { onSelectionChange: fn(), selectable: (row) => !row.draft || 'A draft can’t be moved.' },
  play: async ({ canvas, userEvent }) => {
    const box = (index: number) => canvas.getByRole('checkbox', { name: `Select ${file(index).name}` })
    await userEvent.click(box(1))
    await userEvent.keyboard('{Shift>}')
    await userEvent.click(box(5))
    await userEvent.keyboard('{/Shift}')
    await expect(box(3)).toBeChecked()
    await expect(box(4)).not.toBeChecked()
    await expect(box(4)).toHaveAccessibleDescription('A draft can’t be moved.')
    await expect(canvas.getByRole('checkbox', { name: 'Select all' })).toBePartiallyChecked()
  },
}

export const AllSelected: Story = {
  name: 'All that match selected, but one',
  args: { defaultSelection: selectionFrom({ mode: 'exclude', ids: [file(2).id] }) },
}

export const OpenAndPending: Story = {
  args: {
    openId: file(3).id,
    pendingIds: new Set([file(1).id]),
    defaultSelection: selectionFrom({ mode: 'include', ids: [file(3).id, file(5).id] }),
  },
}

export const Paged: Story = {
  args: {
    paging: 'pages',
    defaultPageSize: 25,
    onPageChange: fn(),
    defaultSelection: selectionFrom({ mode: 'include', ids: [] }),
  },
  play: async ({ canvas, userEvent, args }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Next page' }))
    await expectSeen(canvas.getByText('26–50 of 1,204'))
    await expect(args.onPageChange).toHaveBeenLastCalledWith(2)
    await userEvent.click(canvas.getByRole('button', { name: 'Previous page' }))
    await expect(canvas.getByRole('button', { name: 'Previous page' })).toHaveAttribute(
      'aria-disabled',
      'true',
    )
  },
}

export const Narrow: Story = { parameters: { width: 390 }, args: { onSelectionChange: fn() } }
export const VeryNarrow: Story = { parameters: { width: 320 }, args: { onSelectionChange: fn() } }
export const NarrowLoading: Story = {
  parameters: { width: 390 },
  args: { rows: files(1_204, () => undefined), onSelectionChange: fn() },
}
export const Compact: Story = { args: { density: 'compact', onSelectionChange: fn() } }
export const Touch: Story = { args: { density: 'touch', onSelectionChange: fn() } }
export const HiddenColumns: Story = { args: { hiddenColumns: ['labels'] } }

const long = 'Minutes of the meeting in which nothing was decided, and which was long '
  .repeat(3)
  .slice(0, 200)

export const LongNames: Story = {
  args: {
    onSelectionChange: fn(),
    rows: [
      { ...file(0), name: long, owner: long },
      { ...file(4), name: long },
      { ...file(1), name: 'A', labels: ['Finance', 'Legal', 'Public', 'Archive', 'Sales', 'And many more'] },
      { ...file(2), name: 'محضر الاجتماع السنوي' },
      { ...file(3), name: '👩‍👩‍👧‍👦🏳️‍🌈' },
    ],
  },
}

export const Unreadable: Story = {
  args: {
    rows: files(40, (index) =>
      index % 5 === 2 ? { unreadable: true, issue: 'name: missing' } : file(index),
    ),
    onSelectionChange: fn(),
  },
  play: async ({ canvas }) => {
    await expectSeen(canvas.getAllByText('This row can’t be shown')[0])
  },
}

export const RightToLeft: Story = {
  globals: { direction: 'rtl' },
  args: { openId: file(3).id, defaultSelection: selectionFrom({ mode: 'include', ids: [file(1).id] }) },
}

export const NoOwnHeight: Story = {
  name: 'In a parent without a height',
  args: { rows: files(4) },
  decorators: [
    (Story) => (
      <div>
        <div>
          <Story />
        </div>
        The page goes on.
      </div>
    ),
  ],
}

export const InsideAShadowRoot: Story = {
  render: (args) => (
    <InShadowRoot>
      <div style={{ blockSize: 440 }}>
        <FileTable {...args} />
      </div>
    </InShadowRoot>
  ),
  play: async ({ canvasElement, userEvent }) => {
    const { root, canvas } = inShadow(canvasElement)
    canvas.getByRole('button', { name: file(0).name }).focus()
    await userEvent.keyboard('{End}')
    await expect(root.activeElement).toHaveTextContent(file(1_203).name)
  },
}
