import { expect } from 'vitest'
import { page } from 'vitest/browser'
import { type APageOptions, aPage } from './a-page.tsx'

export const on = page.getByRole('switch', { name: 'Log out inactive users automatically' })

export const radio = (name: string) => page.getByRole('radio', { name })

export const bar = page.getByRole('region', { name: 'Unsaved change' })

/** Turns it on, with a duration that isn't saved. */
export async function choose(minutes: string) {
  await on.click()
  await radio(minutes).click()
  await expect.element(bar).toBeVisible()
}

/** The page on its tab of the idle logout, and what another admin does there. */
export async function aPolicyPage(options: APageOptions = {}) {
  const screen = await aPage({ defaultView: { tab: 'idleLogout' }, ...options })
  await expect.element(on).toBeVisible()
  const puts = () => screen.stack.requests.filter(({ method }) => method === 'PUT')
  /** Another admin saves. */
  async function saveElsewhere(timeoutMinutes: 10 | 15 | 30, enabled = true) {
    const { idleLogout } = screen.stack.apiOf(screen.stack.company, screen.stack.token)
    const latest = await idleLogout?.get()
    await idleLogout?.save?.(
      { enabled, timeoutMinutes, allowHold: false },
      { version: latest?.rev ?? '', intent: crypto.randomUUID() },
    )
  }
  return { ...screen, puts, saveElsewhere }
}
