import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn } from 'storybook/test'
import { Checkbox } from '../../src/primitives/checkbox/Checkbox.tsx'

const meta: Meta<typeof Checkbox> = {
  title: 'Primitives/Checkbox',
  component: Checkbox,
  args: { 'aria-label': 'Select Ada Lovelace', onChange: fn() },
}
export default meta

type Story = StoryObj<typeof Checkbox>

export const Unchecked: Story = {
  play: async ({ canvas, userEvent, args }) => {
    const box = canvas.getByRole('checkbox', { name: 'Select Ada Lovelace' })
    await userEvent.tab()
    await userEvent.keyboard(' ')
    await expect(box).toBeChecked()
    await expect(args.onChange).toHaveBeenCalledOnce()
    await userEvent.keyboard(' ')
  },
}
export const Checked: Story = { args: { defaultChecked: true } }

export const Mixed: Story = {
  args: { mixed: true, checked: false, 'aria-label': 'Select all' },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('checkbox')).toBePartiallyChecked()
  },
}

export const Disabled: Story = {
  render: (args) => (
    <div className="story-row">
      <Checkbox {...args} disabled />
      <Checkbox {...args} disabled defaultChecked />
    </div>
  ),
}

export const Refused: Story = {
  name: 'Refused, with its reason',
  args: { reason: 'You can’t select yourself.', defaultChecked: true },
  play: async ({ canvas, userEvent, args }) => {
    const box = canvas.getByRole('checkbox')
    await userEvent.click(box)
    await expect(box).toBeChecked()
    await expect(args.onChange).not.toHaveBeenCalled()
    await expect(box).toHaveAccessibleDescription('You can’t select yourself.')
  },
}
