import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, within } from 'storybook/test'
import { ExportBar } from '../../src/components/users-export/ExportBar.tsx'
import { expectSeen } from '../expect-seen.ts'

const meta: Meta<typeof ExportBar> = {
  title: 'Components/ExportBar',
  component: ExportBar,
  args: {
    value: { status: 'running', rows: 600, total: 1_204 },
    onCancel: fn(),
    onRetry: fn(),
    onDismiss: fn(),
  },
}
export default meta

type Story = StoryObj<typeof ExportBar>

export const OnItsWay: Story = {
  play: async ({ userEvent, args, canvasElement }) => {
    const bar = within(canvasElement)
    await expectSeen(bar.getByText('600 of 1,204'))
    await userEvent.click(bar.getByRole('button', { name: 'Cancel the export' }))
    await expect(args.onCancel).toHaveBeenCalledOnce()
  },
}
export const UnknownTotal: Story = { args: { value: { status: 'running', rows: 600, total: undefined } } }
export const Incomplete: Story = {
  args: { value: { status: 'failed', rows: 600, total: 1_204, error: { code: 'incomplete' } } },
  play: async ({ userEvent, args, canvasElement }) => {
    const bar = within(canvasElement)
    await expect(bar.getAllByRole('alert')[0]).toHaveTextContent(/Incomplete: 600 of 1,204\./)
    await userEvent.click(bar.getByRole('button', { name: 'Export again' }))
    await expect(args.onRetry).toHaveBeenCalledOnce()
  },
}
export const Failed: Story = {
  args: { value: { status: 'failed', rows: 0, total: undefined, error: { code: 'missing_permission' } } },
}
export const Downloaded: Story = { args: { value: { status: 'downloaded', rows: 1_204 } } }
