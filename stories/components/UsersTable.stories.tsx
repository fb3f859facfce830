import type { Meta, StoryObj } from '@storybook/react-vite'
import { type ComponentProps, useState } from 'react'
import { expect, fn, waitFor, within } from 'storybook/test'
import { selectionFrom } from '../../src/base/selection.ts'
import { UsersTable } from '../../src/components/users-table/UsersTable.tsx'
import type { UsersSort } from '../../src/contract/users-query.ts'
import { expectSeen } from '../expect-seen.ts'
import { hostileUsers } from './hostile-users.ts'
import { team, user, users } from './people.ts'

const meta: Meta<typeof UsersTable> = {
  title: 'Components/UsersTable',
  component: UsersTable,
  parameters: { layout: 'fullscreen' },
  args: {
    users: users(128),
    viewerId: 'user-0',
    onOpenUser: fn(),
    onSortChange: fn(),
    onRangeChange: fn(),
  },
  decorators: [
    (Story, { parameters }) => (
      <div style={{ blockSize: parameters.height ?? 520, maxInlineSize: parameters.width }}>
        <Story />
      </div>
    ),
  ],
}
export default meta

type Story = StoryObj<typeof UsersTable>

export const Default: Story = {
  play: async ({ canvas, userEvent, args }) => {
    await userEvent.click(canvas.getByRole('button', { name: user(3).name }))
    await expect(args.onOpenUser).toHaveBeenCalledWith(user(3))
    await expect(canvas.getByRole('row', { name: /You/ })).toHaveTextContent(user(0).email)
  },
}

export const Sorted: Story = {
  render: function SortedUsers({ onSortChange, ...args }: ComponentProps<typeof UsersTable>) {
    const [sort, setSort] = useState<UsersSort>('name')
    return (
      <UsersTable
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
    await userEvent.click(canvas.getByRole('button', { name: 'Last active' }))
    await expect(args.onSortChange).toHaveBeenLastCalledWith('-lastActive')
    await userEvent.click(canvas.getByRole('button', { name: 'Last active' }))
    await expect(args.onSortChange).toHaveBeenLastCalledWith('lastActive')
    await userEvent.click(canvas.getByRole('button', { name: 'User' }))
    await expect(args.onSortChange).toHaveBeenLastCalledWith('name')
  },
}

export const Loading: Story = { args: { loading: true } }
export const Empty: Story = { name: 'No rows', args: { users: [] } }

export const ReadOnly: Story = {
  args: { onOpenUser: undefined, onSortChange: undefined },
  play: async ({ canvas }) => {
    await expect(canvas.queryByRole('button', { name: user(1).name })).toBeNull()
    await expect(canvas.queryByRole('button', { name: 'User' })).toBeNull()
  },
}

export const Selectable: Story = {
  args: { onSelectionChange: fn() },
  play: async ({ canvas, userEvent, args }) => {
    const own = canvas.getByRole('checkbox', { name: `Select ${user(0).name}` })
    await expect(own).toHaveAccessibleDescription('You can’t do this to yourself. Ask another Admin.')
    await userEvent.click(own)
    await expect(args.onSelectionChange).not.toHaveBeenCalled()
    await userEvent.click(canvas.getByRole('checkbox', { name: `Select ${user(1).name}` }))
    await expect(canvas.getByRole('checkbox', { name: 'Select all' })).toBePartiallyChecked()
  },
}

export const OpenAndPending: Story = {
  args: {
    openUserId: 'user-3',
    pendingIds: new Set(['user-5']),
    conflictIds: new Set(['user-4']),
    defaultSelection: selectionFrom({ mode: 'include', ids: ['user-3', 'user-6'] }),
  },
}

export const Presence: Story = {
  args: {
    users: users(12, (index) =>
      user(index, { presence: (['online', 'away', 'offline'] as const)[index % 3] }),
    ),
  },
}

export const Stale: Story = { name: 'Out of date', args: { stale: true } }

export const AllColumns: Story = { args: { hiddenColumns: [] }, parameters: { width: 1180 } }

export const ManyTeams: Story = {
  args: {
    users: [user(3), user(8, { teams: Array.from({ length: 40 }, (_, index) => team(index)) }), user(5)],
  },
  play: async ({ canvas, canvasElement, userEvent, args }) => {
    await userEvent.click(canvas.getByRole('button', { name: '38 more teams' }))
    const others = await within(canvasElement.ownerDocument.body).findByRole('dialog')
    await expect(others).toHaveTextContent('Everyone with the role')
    await expect(args.onOpenUser).not.toHaveBeenCalled()
    await userEvent.click(within(others).getByRole('button', { name: /^Edit teams of/ }))
    await expect(args.onOpenUser).toHaveBeenCalledOnce()
  },
}

export const LongNames: Story = {
  args: {
    users: [0, 1, 2].map((index) => user(index, { name: `${'Maximiliana Theodora '.repeat(10)}${index}` })),
    onSelectionChange: fn(),
  },
}

export const Hostile: Story = {
  parameters: { height: 860 },
  args: { users: hostileUsers, hiddenColumns: [], onSelectionChange: fn() },
  play: async ({ canvas, canvasElement }) => {
    await expectSeen(canvas.getByRole('button', { name: 'no.name@acme.example' }))
    await expectSeen(canvas.getByRole('button', { name: 'No name' }))
    await waitFor(() => {
      const heights = [...canvasElement.querySelectorAll('.roster-table-row')].map(
        (row) => row.getBoundingClientRect().height,
      )
      expect(new Set(heights)).toEqual(new Set([52]))
    })
  },
}

export const Unreadable: Story = {
  args: {
    users: users(40, (index) => (index % 5 === 2 ? { unreadable: true, issue: 'row.role' } : user(index))),
  },
}

export const Paged: Story = {
  args: { paging: 'pages', defaultPageSize: 25, onPageChange: fn() },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Next page' }))
    await expectSeen(canvas.getByText('26–50 of 128'))
  },
}

export const Narrow: Story = {
  parameters: { width: 390, height: 640 },
  args: { onSelectionChange: fn() },
}

export const VeryNarrow: Story = {
  parameters: { width: 320, height: 640 },
  args: { onSelectionChange: fn() },
  play: async ({ canvas }) => {
    await waitFor(() => expect(canvas.queryByRole('columnheader', { name: 'Role' })).toBeNull())
    await expect(canvas.getByRole('row', { name: new RegExp(user(2).email) })).toHaveTextContent(
      user(2).role.name,
    )
  },
}

export const NarrowLoading: Story = { parameters: { width: 390 }, args: { loading: true } }
export const Compact: Story = { args: { density: 'compact' } }
export const CompactLongNames: Story = { args: { ...LongNames.args, density: 'compact' } }

export const RightToLeft: Story = {
  globals: { direction: 'rtl' },
  args: { onSelectionChange: fn() },
}

export const MillionUsers: Story = {
  name: 'A million users',
  args: { users: users(1_000_000) },
  play: async ({ canvas, userEvent }) => {
    canvas.getByRole('button', { name: user(0).name }).focus()
    await userEvent.keyboard('{End}')
    await waitFor(() => expectSeen(canvas.getByRole('row', { name: new RegExp(user(999_999).email) })))
    await expect(canvas.getAllByRole('row').length).toBeLessThan(32)
  },
}
