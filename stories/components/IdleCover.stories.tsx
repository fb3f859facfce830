import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, screen } from 'storybook/test'
import { inOwnFrame } from '../../.storybook/in-own-frame.ts'
import { IdleCover } from '../../src/components/idle-logout/IdleCover.tsx'

const meta: Meta<typeof IdleCover> = {
  title: 'Components/IdleCover',
  component: IdleCover,
  parameters: inOwnFrame,
  args: { timeoutMinutes: 15, note: 'Your draft is kept.', onSignIn: fn() },
}
export default meta

type Story = StoryObj<typeof IdleCover>

export const Asking: Story = {
  play: async ({ userEvent }) => {
    const cover = await screen.findByRole('alertdialog', { name: 'Checking if you’re still logged in' })
    await userEvent.keyboard('{Escape}{Escape}')
    // What lies around the cover is hidden, and `toBeVisible` asks its ancestors.
    await expect(getComputedStyle(cover).visibility).toBe('visible')
  },
}
export const AskingOffline: Story = { args: { isOffline: true } }
export const Ended: Story = {
  args: { reason: 'idle' },
  play: async ({ userEvent, args }) => {
    await expect(await screen.findByRole('button', { name: 'Sign in again' })).toHaveFocus()
    await userEvent.keyboard('{Enter}')
    await expect(args.onSignIn).toHaveBeenCalledOnce()
  },
}
export const Expired: Story = { args: { reason: 'expired' } }
export const Revoked: Story = { args: { reason: 'revoked' } }
export const SignedOut: Story = { args: { reason: 'signed_out' } }
export const SessionChanged: Story = { args: { reason: 'session_changed' } }
export const RightToLeft: Story = { args: { reason: 'idle' }, globals: { direction: 'rtl' } }
export const AskingRightToLeft: Story = { globals: { direction: 'rtl' } }
export const AskingReducedMotion: Story = { globals: { motion: 'reduce' } }
export const Dark: Story = { args: { reason: 'idle' }, globals: { theme: 'dark' } }
