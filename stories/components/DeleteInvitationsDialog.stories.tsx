import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, screen, waitFor } from 'storybook/test'
import { DeleteInvitationsDialog } from '../../src/components/invitations/DeleteInvitationsDialog.tsx'
import { invitations } from './invitation-data.ts'

const meta: Meta<typeof DeleteInvitationsDialog> = {
  title: 'Components/DeleteInvitationsDialog',
  component: DeleteInvitationsDialog,
  args: { open: true, onOpenChange: fn(), onConfirm: fn(), count: 3, invitations: invitations.slice(0, 3) },
}
export default meta

type Story = StoryObj<typeof DeleteInvitationsDialog>

export const Default: Story = {
  play: async ({ userEvent, args }) => {
    await screen.findByRole('alertdialog', { name: 'Delete 3 invitations?' })
    await waitFor(() => expect(screen.getByRole('button', { name: 'Cancel' })).toHaveFocus())
    await expect(screen.getByText('1 email is still queued and won’t be sent')).toBeVisible()
    await userEvent.click(screen.getByRole('button', { name: 'Delete 3 invitations' }))
    await expect(args.onConfirm).toHaveBeenCalledOnce()
    screen.getByRole('button', { name: 'Cancel' }).focus()
  },
}
