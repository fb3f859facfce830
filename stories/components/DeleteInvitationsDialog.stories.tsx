import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, screen, waitFor } from 'storybook/test'
import { inOwnFrame } from '../../.storybook/in-own-frame.ts'
import { DeleteInvitationsDialog } from '../../src/components/invitations/DeleteInvitationsDialog.tsx'
import type { SelectionRow } from '../../src/contract/selections.ts'
import { expectSeen } from '../expect-seen.ts'
import { invitations } from './invitation-data.ts'
import { run, selection } from './run-data.ts'

const rows: SelectionRow[] = invitations
  .slice(0, 5)
  .map(({ id, email }) => ({ id, name: email, email, outcome: 'allowed' }))

const frozen = (count: number) =>
  run({
    resource: 'invitations',
    selection: selection({ resource: 'invitations', total: count, allowed: count, skipped: [], impact: [] }),
  })

const meta: Meta<typeof DeleteInvitationsDialog> = {
  title: 'Components/DeleteInvitationsDialog',
  component: DeleteInvitationsDialog,
  parameters: inOwnFrame,
  args: {
    open: true,
    onOpenChange: fn(),
    onConfirm: fn(),
    run: frozen(3),
    rows: { rows: rows.slice(0, 3) },
    invitations: invitations.slice(0, 3),
  },
}
export default meta

type Story = StoryObj<typeof DeleteInvitationsDialog>

export const Default: Story = {
  play: async ({ userEvent, args }) => {
    await screen.findByRole('alertdialog', { name: 'Delete 3 invitations?' })
    await waitFor(() => expect(screen.getByRole('button', { name: 'Cancel' })).toHaveFocus())
    await expectSeen(screen.getByText('1 email is still queued and won’t be sent'))
    await userEvent.click(screen.getByRole('button', { name: 'Delete 3 invitations' }))
    await expect(args.onConfirm).toHaveBeenCalledOnce()
    screen.getByRole('button', { name: 'Cancel' }).focus()
  },
}

export const Many: Story = { args: { run: frozen(240), rows: { rows }, invitations } }

export const Checking: Story = {
  args: { run: run({ resource: 'invitations', phase: 'freezing', selection: null }), rows: undefined },
}

export const Skipped: Story = {
  args: {
    run: run({
      resource: 'invitations',
      selection: selection({
        resource: 'invitations',
        total: 4,
        allowed: 3,
        impact: [],
        skipped: [{ reason: 'role_exceeds_yours', count: 1 }],
      }),
    }),
  },
}
