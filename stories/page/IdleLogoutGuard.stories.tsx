import type { Meta, StoryObj } from '@storybook/react-vite'
import { useContext, useEffect, useState } from 'react'
import { expect, fn, screen, waitFor } from 'storybook/test'
import { inOwnFrame } from '../../.storybook/in-own-frame.ts'
import type { Idle } from '../../src/contract/idle-logout.ts'
import { EnvironmentContext } from '../../src/hooks/EnvironmentContext.ts'
import { IdleLogoutGuard } from '../../src/page/idle-logout/IdleLogoutGuard.tsx'
import { type OpenIdleEngine, openIdleEngine } from '../../src/state/idle/open-idle-engine.ts'

interface StageProps {
  timeoutMs: number
  warnMs: number
  /** Whether there is a server, which doesn't respond. */
  hasServer?: boolean
  /** How long the person has been inactive when the page opens. */
  idleMs?: number
  isOffline?: boolean
  onBeforeLogout?: () => unknown
  onLogout?: (end: { reason: string }) => void
}

const unplugged = { isOnline: () => false, subscribe: () => () => {} }

const idle = ({ timeoutMs, warnMs, idleMs }: Record<'timeoutMs' | 'warnMs' | 'idleMs', number>): Idle => ({
  timeoutMs,
  warnMs,
  idleRemainingMs: timeoutMs - idleMs,
  absoluteRemainingMs: 43_200_000,
  allowHold: false,
  policyRev: '1',
})

/** The guard without a backend: the browser alone decides. */
function Stage({ timeoutMs, warnMs, hasServer, idleMs, isOffline = false, ...events }: StageProps) {
  const powers = useContext(EnvironmentContext)
  const [engine, setEngine] = useState<OpenIdleEngine>()
  useEffect(() => {
    const opened = openIdleEngine({
      port: {
        // The browser keeps that a session has ended, also for the story's next visit.
        sessionKey: `story-${crypto.randomUUID()}`,
        ...(hasServer && { get: () => new Promise<never>(() => {}) }),
        ...(idleMs && {
          get: () => Promise.resolve(idle({ timeoutMs, warnMs, idleMs })),
          report: () => Promise.resolve(idle({ timeoutMs, warnMs, idleMs: 0 })),
        }),
      },
      policy: { timeoutMs, warnMs },
    })
    setEngine(opened)
    return opened.close
  }, [timeoutMs, warnMs, hasServer, idleMs])
  const online = isOffline ? unplugged : powers.online
  return (
    <EnvironmentContext.Provider value={{ ...powers, online }}>
      <p>The page of the host.</p>
      <button type="button">A button of the host</button>
      {engine && <IdleLogoutGuard engine={engine} companyName="Acme Support" {...events} />}
    </EnvironmentContext.Provider>
  )
}

const meta: Meta<typeof Stage> = {
  title: 'Page/IdleLogoutGuard',
  component: Stage,
  parameters: inOwnFrame,
  args: { timeoutMs: 600_000, warnMs: 60_000, idleMs: 541_000, onBeforeLogout: fn(), onLogout: fn() },
}
export default meta

type Story = StoryObj<typeof Stage>

export const Warning: Story = {
  play: async ({ userEvent }) => {
    const stay = await screen.findByRole('button', { name: 'Stay logged in' })
    await expect(document.title).toContain('until logout')
    await userEvent.click(stay)
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull())
    await expect(document.title).not.toContain('until logout')
  },
}

export const LogOutNow: Story = {
  play: async ({ userEvent, args }) => {
    await userEvent.click(await screen.findByRole('button', { name: 'Log out now' }))
    await expect(await screen.findByRole('button', { name: 'Sign in again' })).toHaveFocus()
    await waitFor(() => expect(args.onLogout).toHaveBeenCalledWith({ reason: 'signed_out' }))
    await expect(args.onBeforeLogout).toHaveBeenCalledOnce()
  },
}

export const Verifying: Story = {
  args: { timeoutMs: 1_000, warnMs: 500, idleMs: 0, hasServer: true },
  play: async () => {
    const cover = await screen.findByRole('alertdialog', { name: /^Checking if/ })
    await expect(cover).toHaveAccessibleDescription(/10 seconds at most/)
    await expect(screen.queryByRole('button', { name: 'A button of the host' })).toBeNull()
  },
}

export const VerifyingOffline: Story = {
  args: { ...Verifying.args, isOffline: true },
  play: async () => {
    const note = await screen.findByText('You’re offline. Waiting for the connection.')
    // What lies around the cover is hidden, and `toBeVisible` asks its ancestors.
    await expect(getComputedStyle(note).visibility).toBe('visible')
  },
}

export const LoggedOut: Story = {
  args: { timeoutMs: 1_000, warnMs: 500, idleMs: 0 },
  play: async ({ userEvent, args }) => {
    const signIn = await screen.findByRole('button', { name: 'Sign in again' })
    await waitFor(() => expect(args.onLogout).toHaveBeenCalledWith({ reason: 'idle' }))
    await userEvent.click(signIn)
    await expect(args.onLogout).toHaveBeenCalledTimes(2)
  },
}

export const Active: Story = { args: { idleMs: 0 } }
