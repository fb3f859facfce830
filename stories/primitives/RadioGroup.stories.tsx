import type { Meta, StoryObj } from '@storybook/react-vite'
import { type ComponentProps, useState } from 'react'
import { expect, fn } from 'storybook/test'
import { Badge } from '../../src/primitives/badge/Badge.tsx'
import { RadioGroup } from '../../src/primitives/radio-group/RadioGroup.tsx'

const meta: Meta<typeof RadioGroup> = {
  title: 'Primitives/RadioGroup',
  component: RadioGroup,
  args: {
    'aria-label': 'Role',
    value: 'agent',
    onValueChange: fn(),
    options: [
      { value: 'admin', label: 'Admin', note: 'Everything, including plan and billing.' },
      {
        value: 'agent',
        label: 'Agent',
        note: 'Answers livechats and tickets of their teams.',
        badge: <Badge>Current</Badge>,
      },
      { value: 'billing', label: 'Billing', note: 'Plan, invoices and payment methods.' },
    ],
  },
  decorators: [
    (Story) => (
      <div className="story-narrow">
        <Story />
      </div>
    ),
  ],
  render: function Group({ value: first, onValueChange, ...args }: ComponentProps<typeof RadioGroup>) {
    const [value, setValue] = useState(first)
    return (
      <RadioGroup
        {...args}
        value={value}
        onValueChange={(next) => {
          setValue(next)
          onValueChange(next)
        }}
      />
    )
  },
}
export default meta

type Story = StoryObj<typeof RadioGroup>

export const Default: Story = {
  play: async ({ canvas, userEvent, args }) => {
    const agent = canvas.getByRole('radio', { name: /^Agent/ })
    await expect(agent).toHaveAccessibleDescription('Answers livechats and tickets of their teams.')
    agent.focus()
    await userEvent.keyboard('{ArrowDown}')
    await expect(args.onValueChange).toHaveBeenLastCalledWith('billing')
    await userEvent.click(canvas.getByText('Everything, including plan and billing.'))
    await expect(args.onValueChange).toHaveBeenLastCalledWith('admin')
  },
}

export const WithPreview: Story = {
  args: {
    options: (meta.args?.options ?? []).map((option) =>
      option.value === 'agent' ? { ...option, preview: 'What the choice would do.' } : option,
    ),
  },
}

export const Refused: Story = {
  name: 'Refused, with its reason',
  args: {
    options: (meta.args?.options ?? []).map((option) =>
      option.value === 'agent' ? option : { ...option, reason: 'This role exceeds yours.' },
    ),
  },
  play: async ({ canvas, userEvent, args }) => {
    const admin = canvas.getByRole('radio', { name: 'Admin' })
    await userEvent.click(admin)
    await expect(admin).not.toBeChecked()
    await expect(admin).toHaveAccessibleDescription(/This role exceeds yours/)
    await expect(args.onValueChange).not.toHaveBeenCalled()
  },
}

export const RightToLeft: Story = { globals: { direction: 'rtl' } }
