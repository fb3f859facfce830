import type { Meta, StoryObj } from '@storybook/react-vite'
import { type ComponentProps, useState } from 'react'
import { expect, fn, within } from 'storybook/test'
import { UsersChanges } from '../../src/components/users-states/UsersChanges.tsx'
import type { UsersTableColumn } from '../../src/components/users-table/users-columns.tsx'
import { UsersToolbar } from '../../src/components/users-toolbar/UsersToolbar.tsx'

const named = (names: string[]) =>
  names.map((name, index) => ({ id: name.toLowerCase(), name, userCount: (index * 37) % 101 }))

const meta: Meta<typeof UsersToolbar> = {
  title: 'Components/UsersToolbar',
  component: UsersToolbar,
  parameters: { layout: 'fullscreen' },
  args: {
    roles: named(
      ['Agent', 'Supervisor', 'Admin', 'Billing', 'Night lead', 'Quality coach', 'Auditor'].concat(
        'Analyst',
        'People partner',
        'Seasonal agent',
        'Assistant trainer',
      ),
    ),
    teams: named(['Support EMEA', 'Onboarding', 'Weekend cover', 'Night shift']),
    filters: {},
    count: { shown: 128 },
    onSearchChange: fn(),
    onFiltersChange: fn(),
    onHiddenColumnsChange: fn(),
    onDensityChange: fn(),
  },
  decorators: [
    (Story, { parameters }) => (
      <div style={{ maxInlineSize: parameters.width, minBlockSize: 420 }}>
        <Story />
      </div>
    ),
  ],
  render: function Toolbar({
    onSearchChange,
    onFiltersChange,
    ...args
  }: ComponentProps<typeof UsersToolbar>) {
    const [search, setSearch] = useState(args.search ?? '')
    const [filters, setFilters] = useState(args.filters ?? {})
    const [hidden, setHidden] = useState<readonly UsersTableColumn[]>(['joined'])
    const [density, setDensity] = useState<'cosy' | 'compact'>('cosy')
    return (
      <UsersToolbar
        {...args}
        search={search}
        onSearchChange={
          onSearchChange &&
          ((next) => {
            setSearch(next)
            onSearchChange(next)
          })
        }
        filters={filters}
        onFiltersChange={
          onFiltersChange &&
          ((next) => {
            setFilters({ ...filters, ...next })
            onFiltersChange(next)
          })
        }
        hiddenColumns={hidden}
        onHiddenColumnsChange={args.onHiddenColumnsChange && setHidden}
        density={density}
        onDensityChange={args.onDensityChange && setDensity}
      />
    )
  },
}
export default meta

type Story = StoryObj<typeof UsersToolbar>

export const Default: Story = {
  play: async ({ canvas, userEvent, args }) => {
    await userEvent.keyboard('/')
    const search = canvas.getByRole('textbox', { name: 'Search users' })
    await expect(search).toHaveFocus()
    await userEvent.keyboard('ada/b')
    await expect(search).toHaveValue('ada/b')
    await userEvent.keyboard('{Escape}')
    await expect(search).toHaveValue('')
    await expect(args.onSearchChange).toHaveBeenLastCalledWith('')
  },
}

export const Filtering: Story = {
  play: async ({ canvas, userEvent, args }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Role' }))
    await canvas.findByRole('listbox')
    await userEvent.keyboard('super{Enter}{Escape}')
    await expect(args.onFiltersChange).toHaveBeenLastCalledWith({ roleIds: ['supervisor'] })
    await userEvent.click(canvas.getByRole('button', { name: 'Remove Role' }))
    await expect(args.onFiltersChange).toHaveBeenLastCalledWith({ roleIds: [] })
  },
}

export const Filtered: Story = {
  args: {
    search: 'ada',
    filters: { roleIds: ['agent', 'supervisor'], teamIds: ['onboarding'] },
    count: { shown: 12, of: 128 },
  },
}

export const Options: Story = {
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Table options' }))
    await expect(canvas.getByRole('menuitemcheckbox', { name: 'Joined' })).not.toBeChecked()
    await userEvent.click(canvas.getByRole('menuitemcheckbox', { name: 'Joined' }))
    await expect(canvas.getByRole('menuitemcheckbox', { name: 'Joined' })).toBeChecked()
    await userEvent.click(canvas.getByRole('menuitemradio', { name: 'Compact' }))
    await expect(canvas.getByRole('menuitemradio', { name: 'Compact' })).toBeChecked()
  },
}

export const Loading: Story = { args: { count: 'loading' } }
export const NotCounted: Story = { args: { count: { shown: 10_000, shownIs: 'atLeast' } } }

export const SearchAlone: Story = {
  args: { onFiltersChange: undefined, onHiddenColumnsChange: undefined, onDensityChange: undefined },
}

export const Narrow: Story = {
  parameters: { width: 390 },
  args: { filters: { roleIds: ['agent'] }, count: { shown: 96, of: 128 } },
  play: async ({ canvas, canvasElement, userEvent, args }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Filter 1' }))
    const sheet = within(await within(canvasElement.ownerDocument.body).findByRole('dialog'))
    await userEvent.click(sheet.getByRole('checkbox', { name: /Onboarding/ }))
    await expect(args.onFiltersChange).toHaveBeenLastCalledWith({ teamIds: ['onboarding'] })
    await userEvent.click(sheet.getByRole('button', { name: 'Clear' }))
    await expect(args.onFiltersChange).toHaveBeenLastCalledWith({ roleIds: [], teamIds: [] })
  },
}

export const NarrowWithChanges: Story = {
  parameters: { width: 390 },
  args: { note: <UsersChanges changes={3} onRefresh={fn()} /> },
}

export const RightToLeft: Story = {
  globals: { direction: 'rtl' },
  args: { filters: { roleIds: ['agent'] }, count: { shown: 96, of: 128 } },
}
