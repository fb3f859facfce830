import { describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { pressesThatAct } from '../storybook/press-composed.ts'
import { aPage } from './a-page.tsx'

const aLoadedPage = async () => {
  await page.viewport(1280, 720)
  const screen = await aPage({ width: 1_200, defaultView: { users: { search: 'priya' } } })
  await expect.poll(() => screen.names().length).toBeGreaterThan(0)
  return screen
}

describe('Keys of an input method', () => {
  it('do nothing in table, toolbar and panel', async () => {
    const screen = await aLoadedPage()
    await userEvent.click(screen.container.querySelector('[data-primary]') as Element)
    await expect.element(screen.getByRole('heading', { name: 'Activity' })).toBeVisible()
    await expect.poll(() => screen.container.querySelector('.roster-skeleton')).toBeNull()
    expect(await pressesThatAct(screen.container)).toEqual([])
  })

  it.each(['Role', 'Team', 'Table options'])('do nothing in the popup of %s', async (name) => {
    const screen = await aLoadedPage()
    await screen.getByRole('button', { name, exact: true }).click()
    const popup = () => document.querySelector(':popover-open') as Element
    await expect.poll(popup).not.toBeNull()
    expect(await pressesThatAct(popup())).toEqual([])
  })

  it('do nothing in the invitations and the panel of one', async () => {
    await page.viewport(1280, 720)
    const screen = await aPage({ width: 1_200, defaultView: { tab: 'invitations' } })
    const email = () => screen.container.querySelector<HTMLElement>('.roster-invitation-email')
    await expect.poll(email).not.toBeNull()
    email()?.click()
    await expect.element(screen.getByRole('heading', { name: 'Delivery' })).toBeVisible()
    await expect.poll(() => screen.container.querySelector('.roster-skeleton')).toBeNull()
    expect(await pressesThatAct(screen.container)).toEqual([])
  })
})
