import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, waitFor } from 'storybook/test'
import { inPopupFrame } from '../../.storybook/in-own-frame.ts'
import { Badge } from '../../src/primitives/badge/Badge.tsx'
import { Select } from '../../src/primitives/select/Select.tsx'
import { expectSeen } from '../expect-seen.ts'
import { inShadow } from './in-shadow.ts'
import { InShadowRoot } from './in-shadow-root.tsx'

const roles = [
  {
    value: 'agent',
    label: 'Agent',
    note: 'Answers livechats and tickets of their teams.',
    badge: <Badge>Default</Badge>,
  },
  { value: 'supervisor', label: 'Supervisor', note: 'Leads teams, sees every conversation and report.' },
  { value: 'billing', label: 'Billing', note: 'Plan, invoices and payment methods.' },
  { value: 'admin', label: 'Admin', reason: 'This role holds permissions that yours doesn’t.' },
]

const meta: Meta<typeof Select> = {
  title: 'Primitives/Select',
  component: Select,
  args: { label: 'Role', options: roles, onValueChange: fn() },
  decorators: [
    (Story) => (
      <div className="story-narrow">
        <Story />
      </div>
    ),
  ],
}
export default meta

type Story = StoryObj<typeof Select>

export const Closed: Story = { args: { defaultValue: 'agent' } }
export const NothingChosen: Story = { args: { optional: true, hint: 'Choose none and they join as Agent.' } }
export const Disabled: Story = { args: { defaultValue: 'agent', disabled: true } }

export const Open: Story = {
  parameters: inPopupFrame,
  args: { defaultValue: 'agent' },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('combobox'))
    await waitFor(() => expectSeen(canvas.getByRole('listbox')))
    await userEvent.keyboard('{ArrowDown}')
  },
}

export const ByKeyboard: Story = {
  args: { defaultValue: 'agent' },
  play: async ({ canvas, userEvent, args }) => {
    const field = canvas.getByRole('combobox', { name: 'Role Agent Default' })
    await userEvent.tab()
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}')
    await expect(args.onValueChange).toHaveBeenLastCalledWith('supervisor')
    await expect(field).toHaveTextContent('Supervisor')
    await userEvent.keyboard(' b{Enter}')
    await expect(args.onValueChange).toHaveBeenLastCalledWith('billing')
    await userEvent.keyboard('{Enter}{End}{Enter}')
    await expect(args.onValueChange).toHaveBeenCalledTimes(2)
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(field).toHaveAttribute('aria-expanded', 'false'))
    await expect(field).toHaveFocus()
  },
}

export const InsideAShadowRoot: Story = {
  args: { defaultValue: 'agent' },
  render: (args) => (
    <InShadowRoot>
      <Select {...args} />
    </InShadowRoot>
  ),
  play: async ({ canvasElement, userEvent, args }) => {
    const { canvas } = inShadow(canvasElement)
    await userEvent.click(canvas.getByRole('combobox'))
    await userEvent.click(canvas.getByText('Supervisor'))
    await expect(args.onValueChange).toHaveBeenLastCalledWith('supervisor')
    await userEvent.click(canvas.getByRole('combobox'))
    await waitFor(() => expectSeen(canvas.getByRole('listbox')))
  },
}
