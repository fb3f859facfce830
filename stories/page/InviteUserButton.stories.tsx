import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, screen, waitFor, within } from 'storybook/test'
import type { StoryBackend } from '../../.storybook/story-backend.ts'
import { InviteUserButton } from '../../src/page/invite/InviteUserButton.tsx'
import { RosterProvider } from '../../src/page/RosterProvider.tsx'
import { expectSeen } from '../expect-seen.ts'

const meta: Meta<typeof InviteUserButton> = {
  title: 'Page/InviteUserButton',
  component: InviteUserButton,
  parameters: { scenario: 'many' },
  render: (args, { loaded, globals }) => {
    const { api }: StoryBackend = loaded.backend
    return (
      <RosterProvider api={api} theme={globals.theme} locale={globals.locale}>
        <InviteUserButton {...args} />
      </RosterProvider>
    )
  },
}
export default meta

type Story = StoryObj<typeof InviteUserButton>

/** Anywhere below a provider. The dialog loads when it is wanted, and its draft survives closing it. */
export const Default: Story = {
  play: async ({ canvas, userEvent }) => {
    const button = await canvas.findByRole('button', { name: 'Invite user' })
    await waitFor(() => expect(button).not.toHaveAttribute('aria-disabled'))
    await userEvent.click(button)
    const dialog = await screen.findByRole('dialog', { name: 'Invite user' })
    const field = await within(dialog).findByRole('textbox', { name: 'Email addresses' })
    await userEvent.type(field, 'new.person@acme.example{Enter}')
    await userEvent.type(field, 'another@acme.example')
    await expectSeen(await within(dialog).findByRole('button', { name: 'Invite 2 users' }))
    await userEvent.click(within(dialog).getByRole('button', { name: 'Invite 2 users' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  },
}

/** As the second button of a host's page. */
export const Outlined: Story = { args: { variant: 'outlined' } }

/** The reason comes with the focus, and names the permission. */
export const Denied: Story = {
  parameters: { scenario: 'forbidden' },
  play: async ({ canvas }) => {
    const button = await canvas.findByRole('button', { name: 'Invite user' })
    await expect(await canvas.findByText(/needs the permission Manage users/)).toBeInTheDocument()
    await expect(button).toHaveAttribute('aria-disabled', 'true')
    button.focus()
    await expectSeen(await canvas.findByText(/needs the permission Manage users/))
  },
}

/** As the second button of a host's page, without a free seat. */
export const NoSeats: Story = {
  args: { variant: 'outlined' },
  parameters: { scenario: 'seats-full' },
  play: async ({ canvas, userEvent }) => {
    const button = await canvas.findByRole('button', { name: 'Invite user' })
    const reason = await canvas.findByText(/seat(s are| is) taken\./)
    await userEvent.click(button)
    await expectSeen(reason)
    await expect(screen.queryByRole('dialog')).toBeNull()
  },
}

/** While the viewer isn't known yet. */
export const Loading: Story = {
  parameters: { scenario: 'silent' },
  play: async ({ canvas }) =>
    expect(await canvas.findByRole('button', { name: 'Invite user' })).toHaveAttribute(
      'aria-disabled',
      'true',
    ),
}
