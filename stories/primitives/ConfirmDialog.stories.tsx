import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, screen, waitFor } from 'storybook/test'
import { inOwnFrame } from '../../.storybook/in-own-frame.ts'
import { ConfirmDialog } from '../../src/primitives/confirm-dialog/ConfirmDialog.tsx'

const meta: Meta<typeof ConfirmDialog> = {
  title: 'Primitives/ConfirmDialog',
  component: ConfirmDialog,
  parameters: inOwnFrame,
  args: {
    open: true,
    onOpenChange: fn(),
    onConfirm: fn(),
    title: 'Delete 5 users?',
    text: 'They lose access to Acme Support at once and are signed out. Their messages stay. You can invite them again with the same email address.',
    confirmLabel: 'Delete 5 users',
  },
}
export default meta

type Story = StoryObj<typeof ConfirmDialog>

export const Danger: Story = {
  play: async ({ userEvent, args, canvasElement }) => {
    const dialog = await screen.findByRole('alertdialog', { name: 'Delete 5 users?' })
    await expect(dialog).toHaveAccessibleDescription(/They lose access/)
    await waitFor(() => expect(screen.getByRole('button', { name: 'Cancel' })).toHaveFocus())
    const scrim = canvasElement.ownerDocument.querySelector('.roster-scrim')
    if (scrim) await userEvent.click(scrim)
    await expect(args.onOpenChange).not.toHaveBeenCalled()
    await userEvent.keyboard('{Escape}')
    await expect(args.onOpenChange).toHaveBeenLastCalledWith(false)
    await userEvent.click(screen.getByRole('button', { name: 'Delete 5 users' }))
    await expect(args.onConfirm).toHaveBeenCalledOnce()
    screen.getByRole('button', { name: 'Cancel' }).focus()
  },
}

export const Primary: Story = {
  args: {
    tone: 'primary',
    title: 'Change your own role?',
    text: 'You stop being Admin at once.',
    confirmLabel: 'Change role',
  },
}
export const Pending: Story = { args: { pending: true, note: '312 of 1,198' } }
export const Refused: Story = { args: { reason: 'Type the number of people first.' } }
