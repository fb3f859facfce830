import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, screen, within } from 'storybook/test'
import { inOwnFrame } from '../../.storybook/in-own-frame.ts'
import { RecentChangesDialog } from '../../src/components/selection-run/RecentChangesDialog.tsx'
import type { FrozenSelection } from '../../src/contract/selections.ts'
import { rows, selection } from './run-data.ts'

const lucia = { id: 'user-7', name: 'Lucía Paredes' }

const changes: FrozenSelection[] = [
  selection({
    id: 'a',
    action: { kind: 'changeRole', roleId: 'agent' },
    state: 'running',
    allowed: 2_310,
    position: 1_540,
  }),
  selection({
    id: 'b',
    state: 'paused',
    allowed: 20_000,
    position: 8_400,
    done: 8_400,
    remainingMs: 23 * 3_600_000,
  }),
  selection({
    id: 'c',
    action: { kind: 'changeTeams', add: [], remove: ['weekend-cover'] },
    state: 'stopped',
    allowed: 48,
    position: 31,
    done: 31,
    madeBy: lucia,
    undo: { id: 'c', remainingMs: 372_000 },
  }),
  selection({
    id: 'd',
    state: 'done',
    allowed: 214,
    position: 214,
    done: 212,
    failed: 2,
    undo: { id: 'd', remainingMs: 220_000 },
  }),
  selection({
    id: 'e',
    state: 'undone',
    allowed: 5,
    position: 5,
    done: 5,
    madeBy: lucia,
    undone: { by: { id: 'user-0', name: 'Amara Okafor' }, at: '2026-03-14T10:41:00.000Z' },
  }),
]

const meta: Meta<typeof RecentChangesDialog> = {
  title: 'Components/RecentChangesDialog',
  component: RecentChangesDialog,
  parameters: inOwnFrame,
  args: {
    open: true,
    onOpenChange: fn(),
    changes: { rows: changes },
    viewerId: 'user-0',
    namesOf: () => ({ roleName: 'Agent', teamNames: ['Weekend cover'] }),
    onContinue: fn(),
    onStop: fn(),
    onUndo: fn(),
    onRetryFailed: fn(),
    onRetryUser: fn(),
    onOpenUser: fn(),
    onOpenIdChange: fn(),
    openId: 'd',
    failedRows: {
      rows: [
        ...rows([8], { outcome: 'failed', code: 'changed_since' }),
        ...rows([9], { outcome: 'failed', code: 'timeout' }),
      ],
    },
  },
}
export default meta

type Story = StoryObj<typeof RecentChangesDialog>

export const Default: Story = {
  play: async ({ userEvent, args }) => {
    const dialog = within(await screen.findByRole('dialog', { name: 'Recent changes' }))
    await userEvent.click(dialog.getByRole('button', { name: 'Continue: Delete 20,000 users' }))
    await expect(args.onContinue).toHaveBeenCalledWith(changes[1])
    await userEvent.click(dialog.getByRole('button', { name: /^Stop: Change the role/ }))
    await expect(args.onStop).toHaveBeenCalledWith(changes[0])
    await userEvent.click(dialog.getByRole('button', { name: /^Undo 31/ }))
    await expect(args.onUndo).toHaveBeenCalledWith(changes[2])
    await userEvent.click(dialog.getByRole('button', { name: 'Hide who failed' }))
    await expect(args.onOpenIdChange).toHaveBeenLastCalledWith(undefined)
    dialog.getByRole('button', { name: 'Close' }).focus()
  },
}
export const Loading: Story = { args: { changes: { rows: [], status: 'loading' } } }
export const Empty: Story = { args: { changes: { rows: [] } } }
export const CouldNotBeLoaded: Story = {
  args: { changes: { rows: [], status: 'error', error: { code: 'network' }, refetch: fn() } },
}
