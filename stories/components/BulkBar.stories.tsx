import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, screen, within } from 'storybook/test'
import { BulkBar } from '../../src/components/bulk-bar/BulkBar.tsx'
import { expectSeen } from '../expect-seen.ts'
import { roles, teams } from './run-data.ts'

const meta: Meta<typeof BulkBar> = {
  title: 'Components/BulkBar',
  component: BulkBar,
  args: {
    count: 3,
    roles: { rows: roles },
    teams: { rows: teams },
    onChangeRole: fn(),
    onAddToTeam: fn(),
    onRemoveFromTeam: fn(),
    onDeleteUsers: fn(),
    onClear: fn(),
  },
  decorators: [
    (Story, { parameters }) => (
      <div
        style={{
          container: 'roster-page / inline-size',
          display: 'grid',
          placeItems: 'end center',
          minBlockSize: 240,
          maxInlineSize: parameters.width,
        }}
      >
        <Story />
      </div>
    ),
  ],
}
export default meta

type Story = StoryObj<typeof BulkBar>

export const Default: Story = {
  play: async ({ userEvent, args, canvasElement }) => {
    const bar = within(canvasElement)
    await userEvent.click(bar.getByRole('button', { name: 'Change role' }))
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Supervisor' }))
    await expect(args.onChangeRole).toHaveBeenCalledWith('supervisor')
    await userEvent.click(bar.getByRole('button', { name: 'Delete users' }))
    await expect(args.onDeleteUsers).toHaveBeenCalledOnce()
    await userEvent.click(bar.getByRole('button', { name: 'Clear selection' }))
    await expect(args.onClear).toHaveBeenCalledOnce()
  },
}

export const AllThatMatch: Story = { args: { count: 1_204, isAll: true } }
export const FromAnotherSearch: Story = { args: { count: 3, elsewhere: 2 } }
export const OnlyDelete: Story = {
  args: { onChangeRole: undefined, onAddToTeam: undefined, onRemoveFromTeam: undefined },
}
export const OwnActions: Story = {
  args: {
    actions: [
      { id: 'mail', label: 'Send email', onAction: fn() },
      { id: 'call', label: 'Start call', isEnabled: false, onAction: fn() },
    ],
  },
}
const ofInvitations: Story['args'] = {
  roles: undefined,
  teams: undefined,
  onChangeRole: undefined,
  onAddToTeam: undefined,
  onRemoveFromTeam: undefined,
  deleteLabel: 'Delete invitations',
  deleteShortLabel: 'Delete',
  actions: [
    {
      id: 'resend',
      label: 'Resend invitations',
      shortLabel: 'Resend',
      note: 'again in 0:42',
      isEnabled: false,
      onAction: fn(),
    },
  ],
}
/** A note says when a button can be used again. */
export const Invitations: Story = {
  args: ofInvitations,
  play: async ({ canvas }) => {
    const resend = canvas.getByRole('button', { name: /^Resend invitations.*again in 0:42$/ })
    await expect(resend).toHaveAttribute('aria-disabled', 'true')
    await expectSeen(canvas.getByRole('button', { name: 'Delete invitations' }))
  },
}
export const InvitationsNarrow: Story = { args: ofInvitations, parameters: { width: 390 } }
export const Narrow: Story = {
  parameters: { width: 390 },
  play: async ({ userEvent, args, canvasElement }) => {
    await userEvent.click(within(canvasElement).getByRole('button', { name: 'More actions' }))
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Add to team: Onboarding' }))
    await expect(args.onAddToTeam).toHaveBeenCalledWith('onboarding')
  },
}
