import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, screen, waitFor, within } from 'storybook/test'
import { UsersSettings } from '../../src/page/UsersSettings.tsx'
import { expectSeen } from '../expect-seen.ts'

const meta: Meta<typeof UsersSettings> = {
  title: 'Page/IdleLogoutTab',
  component: UsersSettings,
  parameters: { layout: 'fullscreen', scenario: 'many' },
  args: { defaultView: { tab: 'idleLogout' } },
  decorators: [
    (Story, { parameters, viewMode }) => (
      <div style={{ blockSize: viewMode === 'docs' ? 640 : '100dvh', maxInlineSize: parameters.width }}>
        <Story />
      </div>
    ),
  ],
}
export default meta

type Story = StoryObj<typeof UsersSettings>

type Canvas = ReturnType<typeof within>

const turnOn = async (canvas: Canvas) =>
  canvas.findByRole('switch', { name: 'Log out inactive users automatically' })

export const Default: Story = {
  play: async ({ canvas }) => {
    await expect(await turnOn(canvas)).not.toBeChecked()
    await expect(canvas.getByRole('tab', { name: 'Idle logout' })).toHaveAttribute('aria-selected', 'true')
    await expect(canvas.queryByRole('button', { name: 'Invite user' })).toBeNull()
  },
}

export const Unsaved: Story = {
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await turnOn(canvas))
    await userEvent.click(canvas.getByRole('radio', { name: '10 minutes' }))
    await expectSeen(await canvas.findByText('Off → 10 minutes'))
  },
}

export const Saved: Story = {
  play: async ({ canvas, userEvent }) => {
    const on = await turnOn(canvas)
    await userEvent.click(on)
    await userEvent.click(canvas.getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(canvas.queryByRole('button', { name: 'Save' })).toBeNull())
    await expect(on).toHaveFocus()
  },
}

export const Leaving: Story = {
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await turnOn(canvas))
    await userEvent.click(canvas.getByRole('tab', { name: /^Users/ }))
    const question = await screen.findByRole('alertdialog', { name: 'Leave without saving?' })
    await waitFor(() => expect(within(question).getByRole('button', { name: 'Keep editing' })).toHaveFocus())
  },
}

export const Preview: Story = {
  play: async ({ canvas, userEvent }) => {
    await turnOn(canvas)
    await userEvent.click(canvas.getByRole('button', { name: 'Preview the warning' }))
    const warning = await screen.findByRole('alertdialog', { name: 'Still there?' })
    await expect(warning).toHaveTextContent('This is a preview. Nobody is logged out.')
  },
}

export const Loading: Story = { parameters: { scenario: 'silent' } }

export const Offline: Story = {
  parameters: { offline: true },
  play: async ({ canvas }) => {
    await expectSeen(await canvas.findByText('You’re offline.'))
  },
}

export const Narrow: Story = { ...Unsaved, parameters: { width: 390 } }

export const RightToLeft: Story = { ...Unsaved, globals: { direction: 'rtl' } }
