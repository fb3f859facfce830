import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn } from 'storybook/test'
import { Chip } from '../../src/primitives/chip/Chip.tsx'
import { MoreChip } from '../../src/primitives/chip/MoreChip.tsx'

const meta: Meta<typeof Chip> = {
  title: 'Primitives/Chip',
  component: Chip,
  subcomponents: { MoreChip },
  args: { children: 'Support EMEA' },
}
export default meta

type Story = StoryObj<typeof Chip>

export const Filled: Story = {}
export const Outlined: Story = { args: { variant: 'outlined', children: 'Escalations', note: 'via role' } }

export const Removable: Story = {
  args: { onRemove: fn(), removeLabel: 'Remove Support EMEA' },
  play: async ({ canvas, userEvent, args }) => {
    await userEvent.tab()
    await expect(canvas.getByRole('button', { name: 'Remove Support EMEA' })).toHaveFocus()
    await userEvent.keyboard('{Enter}')
    await expect(args.onRemove).toHaveBeenCalledOnce()
  },
}

export const Row: Story = {
  render: (args) => (
    <div className="story-row">
      <Chip {...args} />
      <Chip variant="outlined" note="via role">
        Escalations
      </Chip>
      <MoreChip count={2} label="2 more teams" />
    </div>
  ),
}

export const LongName: Story = {
  args: { children: 'Emergency response and escalation for the whole of northern Europe' },
  decorators: [
    (Story) => (
      <div className="story-tight">
        <Story />
      </div>
    ),
  ],
}
