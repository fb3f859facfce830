import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, waitFor } from 'storybook/test'
import { Button } from '../../src/primitives/button/Button.tsx'
import { expectSeen } from '../expect-seen.ts'

const meta: Meta<typeof Button> = {
  title: 'Primitives/Button',
  component: Button,
  args: { children: 'Invite user', onClick: fn() },
}
export default meta

type Story = StoryObj<typeof Button>

export const Outlined: Story = {}
export const Primary: Story = { args: { variant: 'primary', icon: 'plus' } }
export const Danger: Story = { args: { variant: 'danger', children: 'Delete 5 users' } }

export const Variants: Story = {
  render: (args) => (
    <div className="story-column">
      {(['outlined', 'primary', 'danger', 'quiet', 'danger-quiet', 'link'] as const).map((variant) => (
        <div key={variant} className="story-row">
          <Button {...args} variant={variant}>
            {variant}
          </Button>
          <Button {...args} variant={variant} icon="plus">
            with an icon
          </Button>
          <Button {...args} variant={variant} pending>
            pending
          </Button>
          <Button {...args} variant={variant} reason="Your role doesn’t allow this.">
            refused
          </Button>
          <Button {...args} variant={variant} disabled>
            disabled
          </Button>
        </div>
      ))}
    </div>
  ),
}

export const Refused: Story = {
  name: 'Refused, with its reason',
  args: {
    variant: 'primary',
    reason: 'You can’t delete yourself. Another Admin can.',
    children: 'Delete user',
  },
  play: async ({ canvas, userEvent, args }) => {
    const button = canvas.getByRole('button', { name: 'Delete user' })
    await expect(button).toHaveAccessibleDescription(args.reason)
    await userEvent.tab()
    await expect(button).toHaveFocus()
    await userEvent.keyboard('{Enter}')
    await userEvent.click(button)
    await expect(args.onClick).not.toHaveBeenCalled()
    await waitFor(() => expectSeen(canvas.getByRole('tooltip')))
  },
}

export const Pending: Story = {
  args: { variant: 'primary', pending: true, children: 'Save' },
  play: async ({ canvas, userEvent, args }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Save' }))
    await expect(args.onClick).not.toHaveBeenCalled()
  },
}

export const Large: Story = {
  args: { size: 'large', variant: 'primary', children: 'Stay logged in' },
  decorators: [
    (Story) => (
      <div className="story-narrow">
        <Story />
      </div>
    ),
  ],
}
