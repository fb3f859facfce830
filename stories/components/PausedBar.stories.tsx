import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, within } from 'storybook/test'
import { PausedBar } from '../../src/components/selection-run/PausedBar.tsx'
import { expectSeen } from '../expect-seen.ts'
import { selection } from './run-data.ts'

const meta: Meta<typeof PausedBar> = {
  title: 'Components/PausedBar',
  component: PausedBar,
  args: {
    selection: selection({
      state: 'paused',
      allowed: 20_000,
      position: 8_400,
      done: 8_400,
      undo: { id: 'run-1', remainingMs: 372_000 },
    }),
    onContinue: fn(),
    onUndo: fn(),
    onDismiss: fn(),
  },
}
export default meta

type Story = StoryObj<typeof PausedBar>

export const Default: Story = {
  play: async ({ userEvent, args, canvasElement }) => {
    const bar = within(canvasElement)
    await expectSeen(bar.getByText('8,400 of 20,000 users are deleted.'))
    await userEvent.click(bar.getByRole('button', { name: 'Continue' }))
    await expect(args.onContinue).toHaveBeenCalledOnce()
    await userEvent.click(bar.getByRole('button', { name: /^Undo/ }))
    await expect(args.onUndo).toHaveBeenCalledOnce()
    await userEvent.click(bar.getByRole('button', { name: 'Dismiss' }))
    await expect(args.onDismiss).toHaveBeenCalledOnce()
  },
}

export const Narrow: Story = {
  render: (args) => (
    <div style={{ inlineSize: 358 }}>
      <PausedBar {...args} />
    </div>
  ),
  play: async ({ canvasElement }) => {
    const text = canvasElement.querySelector('.roster-paused-text')
    await expect(text?.getBoundingClientRect().width).toBeGreaterThan(240)
  },
}
