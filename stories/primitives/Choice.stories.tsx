import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect } from 'storybook/test'
import { Checkbox } from '../../src/primitives/checkbox/Checkbox.tsx'
import { Choice } from '../../src/primitives/choice/Choice.tsx'

const meta: Meta<typeof Choice> = {
  title: 'Primitives/Choice',
  component: Choice,
  args: {
    title: 'Onboarding',
    control: (names) => <Checkbox {...names} />,
  },
  decorators: [
    (Story) => (
      <div className="story-narrow">
        <Story />
      </div>
    ),
  ],
}
export default meta

type Story = StoryObj<typeof Choice>

export const Default: Story = {
  play: async ({ canvas, userEvent }) => {
    const box = canvas.getByRole('checkbox', { name: 'Onboarding' })
    await userEvent.click(canvas.getByText('Onboarding'))
    await expect(box).toBeChecked()
  },
}

export const Dense: Story = { args: { dense: true } }

export const Locked: Story = {
  name: 'Locked, and why',
  args: {
    dense: true,
    refused: true,
    title: 'Billing desk',
    end: 'via role',
    note: 'Everyone with the role Billing is in this team.',
    control: (names) => <Checkbox {...names} defaultChecked aria-disabled />,
  },
  play: async ({ canvas, userEvent }) => {
    const box = canvas.getByRole('checkbox', { name: 'Billing desk' })
    await userEvent.click(box)
    await expect(box).toBeChecked()
    await expect(box).toHaveAccessibleDescription('Everyone with the role Billing is in this team.')
  },
}
