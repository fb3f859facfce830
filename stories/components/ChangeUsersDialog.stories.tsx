import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, screen } from 'storybook/test'
import { inOwnFrame } from '../../.storybook/in-own-frame.ts'
import { ChangeUsersDialog } from '../../src/components/selection-run/ChangeUsersDialog.tsx'
import { rows, run, selection } from './run-data.ts'

const meta: Meta<typeof ChangeUsersDialog> = {
  title: 'Components/ChangeUsersDialog',
  component: ChangeUsersDialog,
  parameters: inOwnFrame,
  args: {
    open: true,
    onOpenChange: fn(),
    onConfirm: fn(),
    run: run({ selection: selection({ action: { kind: 'changeRole', roleId: 'agent' }, impact: [] }) }),
    names: { roleName: 'Agent' },
    rows: { rows: rows([1, 2, 3, 4, 5]) },
  },
}
export default meta

type Story = StoryObj<typeof ChangeUsersDialog>

export const Role: Story = {
  play: async ({ userEvent, args }) => {
    await screen.findByRole('alertdialog', { name: 'Change the role of 5 users to Agent?' })
    await userEvent.click(screen.getByRole('button', { name: 'Change role of 5 users' }))
    await expect(args.onConfirm).toHaveBeenCalledOnce()
    screen.getByRole('button', { name: 'Cancel' }).focus()
  },
}

export const AddToTeam: Story = {
  args: {
    run: run({
      selection: selection({ action: { kind: 'changeTeams', add: ['a'], remove: [] }, impact: [] }),
    }),
    names: { teamNames: ['Weekend cover'] },
  },
}

export const RemoveFromTeam: Story = {
  args: {
    run: run({
      selection: selection({ action: { kind: 'changeTeams', add: [], remove: ['a'] }, impact: [] }),
    }),
    names: { teamNames: ['Weekend cover'] },
  },
}
