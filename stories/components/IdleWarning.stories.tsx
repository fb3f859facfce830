import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, screen, waitFor } from 'storybook/test'
import { inOwnFrame } from '../../.storybook/in-own-frame.ts'
import { IdleWarning } from '../../src/components/idle-logout/IdleWarning.tsx'
import { expectSeen } from '../expect-seen.ts'

const meta: Meta<typeof IdleWarning> = {
  title: 'Components/IdleWarning',
  component: IdleWarning,
  parameters: inOwnFrame,
  args: {
    seconds: 58,
    warnSeconds: 120,
    idleMinutes: 29,
    timeoutMinutes: 30,
    companyName: 'Acme Support',
    note: 'Your draft is kept.',
    onStay: fn(),
    onLogOut: fn(),
    onDismiss: fn(),
  },
}
export default meta

type Story = StoryObj<typeof IdleWarning>

export const Default: Story = {
  play: async ({ userEvent, args }) => {
    const stay = await screen.findByRole('button', { name: 'Stay logged in' })
    await expect(stay).toHaveFocus()
    await expect(screen.getByRole('timer')).toHaveTextContent('0:58')
    await userEvent.keyboard('{Enter}')
    await expect(args.onStay).toHaveBeenCalledOnce()
    await userEvent.click(screen.getByRole('button', { name: 'Log out now' }))
    await expect(args.onLogOut).toHaveBeenCalledOnce()
    await userEvent.keyboard('{Escape}{Escape}')
    await expectSeen(stay)
  },
}

export const SixtySeconds: Story = { args: { seconds: 60 } }
export const TenSeconds: Story = {
  args: { seconds: 10 },
  play: async () => {
    await expect(await screen.findByText('You’ll be logged out in 10 seconds.')).toBeInTheDocument()
  },
}
export const OneSecond: Story = { args: { seconds: 1 } }

export const WithRunningWork: Story = {
  args: { seconds: 48, warnSeconds: 60, works: [{ label: 'delete', done: 8_400, total: 20_000 }] },
  play: async () => {
    const text = await screen.findByText('Still deleting users')
    await waitFor(() => expectSeen(text))
  },
}

/** Work of one kind is added up. */
export const SeveralWorks: Story = {
  args: {
    seconds: 48,
    warnSeconds: 60,
    works: [
      { label: 'delete', done: 100, total: 1_000 },
      { label: 'delete', done: 200, total: 1_000 },
      { label: 'invite', done: 200, total: 412 },
    ],
  },
  play: async () => {
    const text = await screen.findByText('Still inviting users')
    await waitFor(() => expectSeen(text))
    await expect(screen.getByRole('progressbar', { name: 'Still deleting users' })).toHaveAttribute(
      'aria-valuemax',
      '2000',
    )
  },
}

export const OtherWork: Story = {
  args: { seconds: 48, warnSeconds: 60, works: [{ label: 'Uploading files' }] },
  play: async () => {
    const text = await screen.findByText('Uploading files is still running')
    await waitFor(() => expectSeen(text))
    await expectSeen(screen.getByText('It pauses when you’re logged out.'))
  },
}

export const Staying: Story = { args: { isStaying: true } }

export const Trying: Story = {
  args: { isStaying: true, isTrying: true },
  play: async () => {
    const text = await screen.findByText('The connection doesn’t work. Trying again…')
    await waitFor(() => expectSeen(text))
    await expect(screen.getByRole('button', { name: 'Stay logged in' })).toHaveAttribute('aria-busy', 'true')
  },
}

export const AbsoluteLimit: Story = {
  args: { limit: 'absolute' },
  play: async ({ userEvent, args }) => {
    const title = await screen.findByRole('heading', { name: 'Time to sign in again' })
    await expect(title).toHaveFocus()
    await expect(screen.queryByRole('button', { name: 'Stay logged in' })).toBeNull()
    await userEvent.click(screen.getByRole('button', { name: 'Back to my work' }))
    await expect(args.onDismiss).toHaveBeenCalledOnce()
  },
}

export const RightToLeft: Story = { globals: { direction: 'rtl' } }
export const ReducedMotion: Story = { globals: { motion: 'reduce' } }
export const Dark: Story = { globals: { theme: 'dark' } }
