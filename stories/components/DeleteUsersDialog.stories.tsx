import type { Meta, StoryObj } from '@storybook/react-vite'
import { useState } from 'react'
import { expect, fn, screen, waitFor, within } from 'storybook/test'
import { inOwnFrame } from '../../.storybook/in-own-frame.ts'
import { DeleteUsersDialog } from '../../src/components/selection-run/DeleteUsersDialog.tsx'
import { expectSeen } from '../expect-seen.ts'
import { rows, run, selection } from './run-data.ts'

const meta: Meta<typeof DeleteUsersDialog> = {
  title: 'Components/DeleteUsersDialog',
  component: DeleteUsersDialog,
  parameters: inOwnFrame,
  args: {
    open: true,
    onOpenChange: fn(),
    onConfirm: fn(),
    companyName: 'Acme Support',
    viewerId: 'user-0',
    run: run(),
    rows: { rows: rows([1, 2, 3, 4, 5]) },
    skippedRows: { rows: rows([0], { outcome: 'skipped', reason: 'self' }) },
  },
}
export default meta

type Story = StoryObj<typeof DeleteUsersDialog>

export const Default: Story = {
  play: async ({ userEvent, args }) => {
    await screen.findByRole('alertdialog', { name: 'Delete 5 users?' })
    await waitFor(() => expect(screen.getByRole('button', { name: 'Cancel' })).toHaveFocus())
    await expectSeen(screen.getByText('7 open conversations go back to the queue'))
    await expectSeen(screen.getByText('Weekend cover is left without users'))
    await userEvent.click(screen.getByRole('button', { name: 'Delete 5 users' }))
    await expect(args.onConfirm).toHaveBeenCalledOnce()
    screen.getByRole('button', { name: 'Cancel' }).focus()
  },
}

export const One: Story = {
  args: {
    run: run({ selection: selection({ total: 1, allowed: 1, skipped: [], impact: [] }) }),
    rows: { rows: rows([3]) },
    skippedRows: undefined,
  },
}

export const Many: Story = {
  args: {
    run: run({
      selection: selection({
        total: 1_200,
        allowed: 1_198,
        skipped: [
          { reason: 'self', count: 1 },
          { reason: 'role_exceeds_yours', count: 1 },
        ],
        impact: [
          { kind: 'open_conversations', count: 46 },
          { kind: 'teams_left_empty', count: 4, params: { name: 'Peak season 2025' } },
        ],
      }),
    }),
    skippedRows: {
      rows: [
        ...rows([0], { outcome: 'skipped', reason: 'self' }),
        ...rows([6], { outcome: 'skipped', reason: 'role_exceeds_yours' }),
      ],
    },
  },
  play: async ({ userEvent, args }) => {
    const confirm = await screen.findByRole('button', { name: 'Delete 1,198 users' })
    const field = screen.getByRole('textbox', { name: 'To confirm, type 1,198' })
    await userEvent.type(field, '1e3x')
    await expect(confirm).toHaveAttribute('aria-disabled', 'true')
    await expectSeen(screen.getByText('Type the number 1,198 as it is shown.'))
    await userEvent.clear(field)
    await userEvent.type(field, '1 198')
    await expect(confirm).not.toHaveAttribute('aria-disabled')
    await userEvent.keyboard('{Enter}')
    await expect(args.onConfirm).toHaveBeenCalledOnce()
  },
}

/** Pending invitations that they sent stay valid, unless *Delete these too* is chosen. */
export const WithInvitations: Story = {
  args: {
    run: run({
      selection: selection({
        impact: [
          { kind: 'open_conversations', count: 7 },
          { kind: 'pending_invitations', count: 2, deletable: true },
        ],
      }),
    }),
    onDeleteInvitationsChange: fn(),
  },
  render: function Chosen(args) {
    const [deleteInvitations, setDeleteInvitations] = useState(false)
    return (
      <DeleteUsersDialog
        {...args}
        deleteInvitations={deleteInvitations}
        onDeleteInvitationsChange={(isChosen) => {
          args.onDeleteInvitationsChange?.(isChosen)
          setDeleteInvitations(isChosen)
        }}
      />
    )
  },
  play: async ({ userEvent, args }) => {
    const choice = await screen.findByRole('checkbox', { name: 'Delete these too' })
    await expect(choice).toHaveAccessibleDescription(
      'The links in their emails stop working immediately. This can’t be undone.',
    )
    await expectSeen(screen.getByText('2 pending invitations that they sent stay valid'))
    await userEvent.click(choice)
    await expect(choice).toBeChecked()
    await expect(choice).toHaveFocus()
    await expect(args.onDeleteInvitationsChange).toHaveBeenCalledWith(true)
    await expectSeen(screen.getByText('2 pending invitations that they sent are deleted'))
  },
}

/** A backend that can't delete them in the same run, or a host that doesn't handle it: nothing is offered. */
export const InvitationsThatStay: Story = {
  args: {
    run: run({ selection: selection({ impact: [{ kind: 'pending_invitations', count: 1 }] }) }),
    onDeleteInvitationsChange: fn(),
  },
  play: async () => {
    await screen.findByText('1 pending invitation that they sent stays valid')
    await expect(screen.queryByRole('checkbox')).toBeNull()
  },
}

export const Freezing: Story = { args: { run: run({ phase: 'freezing', selection: null }), rows: undefined } }
export const LoadingNames: Story = { args: { rows: { rows: [], status: 'loading' } } }
export const NobodyAllowed: Story = {
  args: {
    run: run({ selection: selection({ total: 1, allowed: 0, impact: [] }) }),
    rows: { rows: [] },
  },
  play: async () => {
    const dialog = within(await screen.findByRole('alertdialog', { name: 'Delete users?' }))
    const confirm = dialog.getByRole('button', { name: 'Delete users' })
    await expect(confirm).toHaveAccessibleDescription('None of the selected users can be changed.')
  },
}
export const CouldNotBePrepared: Story = {
  args: {
    run: run({ phase: 'failed', selection: null, error: { code: 'selection_too_large' } }),
    rows: undefined,
  },
}
export const RefusedByTheHost: Story = {
  args: {
    run: run({ error: { code: 'cancelled', params: { reason: 'Deletions are frozen until Monday.' } } }),
  },
}
export const Deleting: Story = { args: { run: run({ phase: 'running' }) } }
