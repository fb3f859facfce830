import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, waitFor, within } from 'storybook/test'
import { UsersSettings } from '../../src/page/UsersSettings.tsx'
import { expectSeen } from '../expect-seen.ts'

const meta: Meta<typeof UsersSettings> = {
  title: 'Page/Invitations',
  component: UsersSettings,
  parameters: { layout: 'fullscreen', scenario: 'many' },
  args: { onViewChange: fn(), defaultView: { tab: 'invitations' } },
  decorators: [
    (Story, { parameters, viewMode }) => (
      <div style={{ blockSize: viewMode === 'docs' ? 560 : '100dvh', maxInlineSize: parameters.width }}>
        <Story />
      </div>
    ),
  ],
}
export default meta

type Story = StoryObj<typeof UsersSettings>

const failed = 'k.novak@partners.example'

export const Default: Story = {
  play: async ({ canvas }) => {
    await expectSeen(await canvas.findByRole('button', { name: failed }))
    await expectSeen(canvas.getByText('Expired 2'))
    await expectSeen(await canvas.findByRole('tab', { name: 'Invitations 4' }))
  },
}

/** A search that finds nothing, and the way back. */
export const NoMatch: Story = {
  play: async ({ canvas, userEvent }) => {
    await canvas.findByRole('button', { name: failed })
    await userEvent.type(canvas.getByRole('textbox', { name: 'Search invitations' }), 'okonkwo')
    await expectSeen(await canvas.findByText('No invited address contains “okonkwo”.'))
  },
}

export const Filtering: Story = {
  play: async ({ canvas, userEvent }) => {
    await canvas.findByRole('button', { name: failed })
    await userEvent.click(canvas.getByRole('button', { name: 'Status' }))
    await userEvent.click(await canvas.findByRole('option', { name: 'Expired' }))
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(canvas.queryByRole('button', { name: failed })).toBeNull())
  },
}

/** Two are selected, and are asked about before they are deleted. */
export const Deleting: Story = {
  play: async ({ canvas, userEvent, canvasElement }) => {
    await canvas.findByRole('button', { name: failed })
    await userEvent.click(canvas.getByRole('checkbox', { name: `Select ${failed}` }))
    await userEvent.click(canvas.getByRole('checkbox', { name: /^Select giulia/ }))
    await userEvent.click(canvas.getByRole('button', { name: 'Delete invitations' }))
    const page = within(canvasElement.ownerDocument.body)
    const dialog = await page.findByRole('alertdialog', { name: 'Delete 2 invitations?' })
    await userEvent.click(within(dialog).getByRole('button', { name: 'Delete 2 invitations' }))
    await expectSeen(await canvas.findByRole('button', { name: 'Invite again' }))
  },
}

export const Resending: Story = {
  play: async ({ canvas, userEvent }) => {
    await canvas.findByRole('button', { name: failed })
    await userEvent.click(canvas.getByRole('checkbox', { name: `Select ${failed}` }))
    await userEvent.click(canvas.getByRole('button', { name: 'Resend invitations' }))
    await expectSeen((await canvas.findAllByText('1 invitation resent'))[0])
  },
}

export const OpenInvitation: Story = {
  args: { defaultView: { tab: 'invitations', invitations: { openInvitationId: 'invitation-k.novak' } } },
  play: async ({ canvas }) => {
    await expectSeen(await canvas.findByText('Mail server: mailbox full'))
  },
}

export const Narrow: Story = {
  parameters: { width: 390 },
  play: async ({ canvas }) => {
    await expectSeen(await canvas.findByRole('button', { name: failed }))
  },
}

export const Empty: Story = {
  parameters: { scenario: 'empty' },
  play: async ({ canvas }) => {
    await expectSeen(await canvas.findByText('People you invite are listed here until they join.'))
  },
}

export const Offline: Story = {
  parameters: { scenario: 'offline' },
  play: async ({ canvas }) => {
    await expectSeen(await canvas.findByRole('button', { name: 'Try again' }))
  },
}

export const Failed: Story = {
  parameters: { scenario: 'error' },
  play: async ({ canvas }) => {
    await expectSeen(await canvas.findByText('The invitations couldn’t be loaded'))
  },
}

export const Denied: Story = {
  parameters: { scenario: 'forbidden' },
  play: async ({ canvas }) => {
    await expectSeen(await canvas.findByText(/^You can’t see the users/))
  },
}

/** Right to left, from outside. */
export const RightToLeft: Story = {
  globals: { direction: 'rtl' },
  play: async ({ canvas }) => {
    await expectSeen(await canvas.findByRole('button', { name: failed }))
  },
}
