import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect } from 'storybook/test'
import { TextField } from '../../src/primitives/text-field/TextField.tsx'

const meta: Meta<typeof TextField> = {
  title: 'Primitives/TextField',
  component: TextField,
  args: { label: 'Message', placeholder: 'Welcome!' },
  decorators: [
    (Story) => (
      <div className="story-narrow">
        <Story />
      </div>
    ),
  ],
}
export default meta

type Story = StoryObj<typeof TextField>

export const Empty: Story = {}
export const Filled: Story = { args: { defaultValue: 'Your first shift plan is in the Onboarding channel.' } }
export const Optional: Story = {
  args: { optional: true, labelEnd: '60 of 500', hint: 'Said in the invitation.' },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByText('Message'))
    await expect(canvas.getByRole('textbox')).toHaveFocus()
  },
}
export const Invalid: Story = {
  args: { label: 'Type 1,198 to confirm', defaultValue: '1,1', error: 'That is not the number of people.' },
  play: async ({ canvas }) => {
    const field = canvas.getByRole('textbox')
    await expect(field).toBeInvalid()
    await expect(field).toHaveAccessibleDescription('That is not the number of people.')
  },
}
export const Disabled: Story = { args: { disabled: true, defaultValue: 'Not now' } }
export const ReadOnly: Story = { args: { readOnly: true, defaultValue: 'ada@acme.example' } }
