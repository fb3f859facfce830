import type { Meta, StoryObj } from '@storybook/react-vite'
import { useEffect, useState } from 'react'
import { expect, fn, screen, waitFor } from 'storybook/test'
import { IdleLogoutGuard } from '../../src/page/idle-logout/IdleLogoutGuard.tsx'
import { type OpenIdleEngine, openIdleEngine } from '../../src/state/idle/open-idle-engine.ts'

interface StageProps {
  timeoutMs: number
  warnMs: number
  onBeforeLogout?: () => unknown
  onLogout?: (end: { reason: string }) => void
}

let sessions = 0

/** The guard without a backend: the browser alone decides. */
function Stage({ timeoutMs, warnMs, ...events }: StageProps) {
  const [engine, setEngine] = useState<OpenIdleEngine>()
  useEffect(() => {
    const opened = openIdleEngine({
      port: { sessionKey: `story-${++sessions}` },
      policy: { timeoutMs, warnMs },
    })
    setEngine(opened)
    return opened.close
  }, [timeoutMs, warnMs])
  return (
    <div>
      <p>The page of the host.</p>
      <button type="button">A button of the host</button>
      {engine && <IdleLogoutGuard engine={engine} companyName="Acme Support" {...events} />}
    </div>
  )
}

const meta: Meta<typeof Stage> = {
  title: 'Page/IdleLogoutGuard',
  component: Stage,
  args: { timeoutMs: 61_000, warnMs: 60_000, onBeforeLogout: fn(), onLogout: fn() },
}
export default meta

type Story = StoryObj<typeof Stage>

export const Warning: Story = {
  play: async ({ userEvent }) => {
    const stay = await screen.findByRole('button', { name: 'Stay logged in' }, { timeout: 5_000 })
    await expect(document.title).toContain('until logout')
    await userEvent.click(stay)
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull())
    await expect(document.title).not.toContain('until logout')
  },
}

export const LogOutNow: Story = {
  play: async ({ userEvent, args }) => {
    await userEvent.click(await screen.findByRole('button', { name: 'Log out now' }, { timeout: 5_000 }))
    await expect(await screen.findByRole('button', { name: 'Sign in again' })).toHaveFocus()
    await waitFor(() => expect(args.onLogout).toHaveBeenCalledWith({ reason: 'signed_out' }))
    await expect(args.onBeforeLogout).toHaveBeenCalledOnce()
  },
}

export const Active: Story = { args: { timeoutMs: 600_000 } }
