import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn } from 'storybook/test'
import { InvitationsTable } from '../../src/components/invitations/InvitationsTable.tsx'
import { invitations } from './invitation-data.ts'

const meta: Meta<typeof InvitationsTable> = {
  title: 'Components/InvitationsTable',
  component: InvitationsTable,
  args: { invitations, onOpenInvitation: fn(), onSortChange: fn() },
}
export default meta

type Story = StoryObj<typeof InvitationsTable>

export const Default: Story = {
  play: async ({ canvas, userEvent, args }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'karel.novak@acme.example' }))
    await expect(args.onOpenInvitation).toHaveBeenCalledOnce()
    await expect(canvas.getByText(/^Expired /)).toBeVisible()
  },
}

export const Loading: Story = { args: { loading: true } }

export const Empty: Story = { args: { invitations: [] } }
