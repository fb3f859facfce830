import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, screen, waitFor } from 'storybook/test'
import { inOwnFrame } from '../../.storybook/in-own-frame.ts'
import { RunDialog } from '../../src/components/selection-run/RunDialog.tsx'
import { expectSeen } from '../expect-seen.ts'
import { run, selection } from './run-data.ts'

const half = selection({
  state: 'running',
  total: 1_200,
  allowed: 1_198,
  position: 312,
  done: 311,
  failed: 1,
})

const meta: Meta<typeof RunDialog> = {
  title: 'Components/RunDialog',
  component: RunDialog,
  parameters: inOwnFrame,
  args: { open: true, onStop: fn(), run: run({ phase: 'running', selection: half, restMs: 61_000 }) },
}
export default meta

type Story = StoryObj<typeof RunDialog>

export const Default: Story = {
  play: async ({ userEvent, args }) => {
    await screen.findByRole('alertdialog', { name: 'Deleting 1,198 users' })
    const stop = screen.getByRole('button', { name: 'Stop deleting' })
    await waitFor(() => expect(stop).toHaveFocus())
    await expectSeen(screen.getByText('About 1 min left'))
    await expectSeen(screen.getByText(/^Closing this page pauses the change/))
    await userEvent.click(stop)
    await expect(args.onStop).toHaveBeenCalledOnce()
  },
}
export const WaitingForTheConnection: Story = { args: { run: run({ phase: 'waiting', selection: half }) } }
export const Stopping: Story = {
  args: { run: run({ phase: 'running', selection: half, isStopping: true }) },
}
export const Restoring: Story = {
  args: { run: run({ phase: 'running', selection: { ...half, action: { kind: 'undo' } } }) },
}
