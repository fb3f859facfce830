import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn } from 'storybook/test'
import { Button } from '../../src/primitives/button/Button.tsx'
import { EmptyState } from '../../src/primitives/state/EmptyState.tsx'
import { ErrorState } from '../../src/primitives/state/ErrorState.tsx'
import { expectSeen } from '../expect-seen.ts'
import { onStage } from '../on-stage.tsx'

const onRetry = fn()

const meta: Meta<typeof EmptyState> = {
  title: 'Primitives/States',
  component: EmptyState,
  subcomponents: { ErrorState },
  decorators: [onStage],
  args: {
    title: 'No users match',
    text: 'Nobody with the role Billing has “okonkwo” in their name or email.',
  },
}
export default meta

type Story = StoryObj<typeof EmptyState>

export const NoMatch: Story = { args: { actions: <Button>Clear search and filters</Button> } }
export const Empty: Story = {
  args: {
    icon: 'users',
    title: 'No users yet',
    text: 'People who can sign in to Acme Support show up here.',
    actions: (
      <Button variant="primary" icon="plus">
        Invite user
      </Button>
    ),
  },
}
export const Denied: Story = {
  args: {
    icon: 'lock',
    title: 'You can’t see the users of Acme Support',
    text: (
      <>
        This needs the permission <strong>Manage users</strong>, which your role Agent doesn’t have. Admins
        can give it to you.
      </>
    ),
    actions: <Button>Ask for access</Button>,
  },
}

export const Failed: Story = {
  render: () => (
    <ErrorState
      title="The users couldn’t be loaded"
      text="The server didn’t answer. Check your connection."
      onRetry={onRetry}
      requestId="req_7fk2m9qd"
    />
  ),
  play: async ({ canvas, userEvent }) => {
    onRetry.mockClear()
    await userEvent.click(canvas.getByRole('button', { name: 'Try again' }))
    await expect(onRetry).toHaveBeenCalledOnce()
    await expectSeen(canvas.getByRole('button', { name: 'Copy request id' }))
  },
}

export const Retrying: Story = {
  render: () => <ErrorState title="The users couldn’t be loaded" onRetry={onRetry} retrying />,
}
