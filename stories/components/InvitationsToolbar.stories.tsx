import type { Meta, StoryObj } from '@storybook/react-vite'
import { type ComponentProps, useState } from 'react'
import { expect, fn, screen } from 'storybook/test'
import { InvitationsToolbar } from '../../src/components/invitations/InvitationsToolbar.tsx'

const named = (...names: string[]) => names.map((name) => ({ id: name.toLowerCase(), name }))

const meta: Meta<typeof InvitationsToolbar> = {
  title: 'Components/InvitationsToolbar',
  component: InvitationsToolbar,
  parameters: { layout: 'fullscreen' },
  args: {
    roles: named('Agent', 'Supervisor', 'Billing'),
    teams: named('Support EMEA', 'Onboarding', 'Night shift'),
    inviters: named('Amara Okafor', 'Lucía Paredes'),
    count: { shown: 8 },
    onSearchChange: fn(),
    onFiltersChange: fn(),
    onSortChange: fn(),
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
  render: function Toolbar({ onFiltersChange, ...args }: ComponentProps<typeof InvitationsToolbar>) {
    const [filters, setFilters] = useState(args.filters ?? {})
    return (
      <InvitationsToolbar
        {...args}
        filters={filters}
        onFiltersChange={(change) => {
          onFiltersChange?.(change)
          setFilters({ ...filters, ...change })
        }}
      />
    )
  },
}
export default meta

type Story = StoryObj<typeof InvitationsToolbar>

export const Default: Story = {
  play: async ({ canvas, userEvent, args }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Status' }))
    await userEvent.click(await canvas.findByRole('option', { name: 'Pending' }))
    await userEvent.click(canvas.getByRole('option', { name: 'Expired' }))
    await expect(args.onFiltersChange).toHaveBeenLastCalledWith({ statuses: ['pending', 'expired'] })
    await userEvent.keyboard('{Escape}')
    await userEvent.click(canvas.getByRole('button', { name: 'Remove Status' }))
    await expect(args.onFiltersChange).toHaveBeenLastCalledWith({ statuses: [] })
  },
}

export const Filtered: Story = {
  args: { filters: { deliveries: ['failed'], roleIds: ['billing'] }, count: { shown: 1, of: 8 } },
}

export const Seats: Story = { args: { seats: '18 of 20 seats taken' } }

export const Loading: Story = { args: { count: 'loading' } }

/** Beside the panel, the less common filters are in the sheet. */
export const BesideThePanel: Story = {
  parameters: { width: 627 },
  args: { inviters: undefined },
  play: async ({ canvas, userEvent, args }) => {
    await expect(canvas.queryByRole('button', { name: 'Delivery' })).toBeNull()
    await userEvent.click(canvas.getByRole('button', { name: 'Filter' }))
    await userEvent.click(await screen.findByRole('checkbox', { name: 'Failed' }))
    await expect(args.onFiltersChange).toHaveBeenLastCalledWith({ deliveries: ['failed'] })
    await userEvent.keyboard('{Escape}')
  },
}

export const Narrow: Story = { parameters: { width: 390 } }
