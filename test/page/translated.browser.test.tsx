import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { translatePage } from '../storybook/translate-page.ts'
import { aPage } from './a-page.tsx'

beforeEach(() => page.viewport(1_280, 720))

async function aTranslatedPage() {
  const screen = await aPage({ width: 1_200 })
  await expect.poll(screen.count).toBe('1,204 users')
  onTestFinished(translatePage())
  return screen
}

describe('UsersSettings on a page that is translated', () => {
  it('shows each new count', async () => {
    const screen = await aTranslatedPage()
    await screen.searchFor('okafor')
    await expect.poll(screen.count).toMatch(/^\d+ of 1,204$/)
    await screen.searchFor('')
    await expect.poll(screen.count).toBe('1,204 users')
  })

  it('shows how many are selected, and each row that comes into view', async () => {
    const screen = await aTranslatedPage()
    const bar = () => screen.container.querySelector('.roster-bulk-bar')?.textContent
    const checks = screen.container.querySelectorAll<HTMLElement>('tbody input:not([aria-disabled])')
    await userEvent.click(checks[1] as HTMLElement)
    await expect.poll(bar).toContain('1 selected')
    await userEvent.click(checks[2] as HTMLElement)
    await expect.poll(bar).toContain('2 selected')
    const before = screen.names()
    screen.container.querySelector('.roster-table-scroll')?.scrollTo(0, 20_000)
    await expect.poll(() => screen.names().some((name) => name && !before.includes(name))).toBe(true)
  })

  it('clears a filter', async () => {
    const screen = await aTranslatedPage()
    await screen.getByRole('button', { name: 'Role', exact: true }).click()
    await screen.getByRole('option', { name: /^Billing/ }).click()
    await expect.poll(screen.count).toMatch(/^\d+ of 1,204$/)
    await screen.getByRole('option', { name: /^Billing/ }).click()
    await expect.poll(screen.count).toBe('1,204 users')
    expect(screen.rows()).toBeGreaterThan(5)
  })
})
