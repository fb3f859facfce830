import { beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { aBrowser } from './a-browser.tsx'

beforeEach(() => page.viewport(1_280, 900))

const list = [0, 'users', undefined, undefined]

const focusedRow = () => document.activeElement?.closest('tr')?.getAttribute('aria-rowindex')

const press = (name: string | RegExp) => page.getByRole('button', { name, exact: true }).click()

/** Opens the fourth user from the dialog *Invite user*. */
async function openFromInvite({ stack }: { stack: Awaited<ReturnType<typeof aBrowser>>['stack'] }) {
  const { rows } = await stack.api.users.list({ offset: 3, limit: 1 })
  const [user] = rows
  if (!user || !('email' in user)) throw new Error('There is no user.')
  await press('Invite user')
  const dialog = page.getByRole('dialog', { name: 'Invite user' })
  const field = dialog.getByRole('textbox', { name: 'Email addresses' })
  await field.fill(user.email)
  const enter = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true })
  await (await field.findElement()).dispatchEvent(enter)
  stack.rest()
  await dialog.getByRole('button', { name: `Open the user ${user.email}` }).click()
  await expect.element(dialog).not.toBeInTheDocument()
  return user.name
}

describe('Back, Forward and Close', () => {
  it('leave no press of Back without an effect after Forward', async () => {
    const { go, openRow, closePanel, heading, place } = await aBrowser()
    const name = await openRow(3)
    for (const leave of [() => go(-1), closePanel]) {
      await leave()
      await expect.poll(heading).toBe(undefined)
      expect(place()).toEqual(list)
      go(1)
      await expect.poll(heading).toBe(name)
    }
    await closePanel()
    await expect.poll(heading).toBe(undefined)
    expect(place()).toEqual(list)
  })

  it('follow the user that an entry showed last', async () => {
    const { go, openRow, closePanel, heading, place } = await aBrowser()
    await openRow(3)
    const second = await openRow(5)
    expect(place()).toEqual([1, 'users', 'user', undefined])
    go(-1)
    await expect.poll(heading).toBe(undefined)
    go(1)
    await expect.poll(heading).toBe(second)
    await closePanel()
    await expect.poll(heading).toBe(undefined)
    expect(place()).toEqual(list)
  })

  it('replace after Forward, if the list behind the user is another one by then', async () => {
    const { go, openRow, closePanel, heading, place, stack } = await aBrowser()
    const name = await openRow(3)
    go(-1)
    await expect.poll(heading).toBe(undefined)
    await page.getByRole('textbox', { name: 'Search users' }).fill('okafor')
    stack.rest()
    await expect.element(page.getByText(/ of 1,204$/)).toBeVisible()
    go(1)
    await expect.poll(heading).toBe(name)
    await closePanel()
    await expect.poll(heading).toBe(undefined)
    expect(place()).toEqual([1, 'users', undefined, undefined])
  })

  it('replace the entry of another user that the host opens after one was left', async () => {
    const { go, openRow, closePanel, heading, place, visit, stack } = await aBrowser()
    await openRow(3)
    go(-1)
    await expect.poll(heading).toBe(undefined)
    const { rows } = await stack.api.users.list({ sort: '-name', limit: 1 })
    visit({ tab: 'users', users: { openUserId: rows[0]?.id ?? '' }, invitations: {} }, false)
    await expect.poll(heading).toBeDefined()
    await closePanel()
    await expect.poll(heading).toBe(undefined)
    expect(place()).toEqual(list)
  })

  it.each([false, true])(
    'return to the tab that a user was opened from (with a user open behind it: %s)',
    async (isOpenBehind) => {
      const browser = await aBrowser()
      const { go, openRow, heading, place, tab, closePanel } = browser
      const before = isOpenBehind ? 1 : 0
      if (isOpenBehind) await openRow(7)
      await tab(/^Invitations/).click()
      const name = await openFromInvite(browser)
      await expect.poll(heading).toBe(name)
      expect(place()).toEqual([before + 1, 'users', 'user', undefined])
      go(-1)
      await expect.element(tab(/^Invitations/)).toHaveAttribute('aria-selected', 'true')
      await expect.poll(heading).toBe(undefined)
      go(1)
      await expect.poll(heading).toBe(name)
      await closePanel()
      await expect.poll(heading).toBe(undefined)
      expect(place()).toEqual([before + 1, 'users', undefined, undefined])
    },
  )

  it('go back from a user opened by the dialog, if the address leaves out the chosen density', async () => {
    const browser = await aBrowser({ dropsDensity: true })
    const { heading, place, closePanel, container } = browser
    await press('Table options')
    await page.getByRole('menuitemradio', { name: 'Compact' }).click()
    await expect.poll(() => container.querySelector('[data-density="compact"]')).not.toBeNull()
    await userEvent.keyboard('{Escape}')
    const name = await openFromInvite(browser)
    await expect.poll(heading).toBe(name)
    expect(place()).toEqual([1, 'users', 'user', undefined])
    await closePanel()
    await expect.poll(heading).toBe(undefined)
    expect(place()).toEqual(list)
  })

  it('show that a user was deleted after Forward, and close them', async () => {
    const { go, openRow, heading, place, closePanel } = await aBrowser()
    await openRow(5)
    await press('Delete user')
    await page
      .getByRole('alertdialog')
      .getByRole('button', { name: /^Delete/ })
      .click()
    await expect.poll(heading).toBe(undefined)
    expect(place()).toEqual(list)
    go(1)
    // It names them as long as the page knows them.
    await expect.element(page.getByRole('complementary').getByText(/w(as|ere) deleted/)).toBeVisible()
    await closePanel()
    await expect.poll(heading).toBe(undefined)
    expect(place()).toEqual(list)
  })
})

describe('Back', () => {
  it('leaves a question about the user open, which then returns the focus to the list', async () => {
    const { openRow, go, heading } = await aBrowser()
    await openRow(5)
    await press('Delete user')
    const dialog = page.getByRole('alertdialog')
    await expect.element(dialog).toBeVisible()
    go(-1)
    await expect.poll(heading).toBe(undefined)
    await expect.element(dialog).toBeVisible()
    await userEvent.keyboard('{Escape}')
    await expect.element(dialog).not.toBeInTheDocument()
    await expect.poll(focusedRow).toBe('5')
  })

  it('closes a question inside the panel with it', async () => {
    const { openRow, go, heading } = await aBrowser()
    await openRow(5)
    await press('Sign out everywhere')
    const dialog = page.getByRole('alertdialog')
    await expect.element(dialog).toBeVisible()
    go(-1)
    await expect.poll(heading).toBe(undefined)
    await expect.element(dialog).not.toBeInTheDocument()
    await expect.poll(focusedRow).not.toBe(undefined)
  })
})

describe('a host that navigates slowly', () => {
  it.each(['late', 'interrupted'] as const)('never opens a user by Close (%s)', async (router) => {
    const { clickRow, arrive, closePanel, heading } = await aBrowser({ router })
    await clickRow(3)
    await clickRow(5)
    arrive()
    await expect.poll(heading).toBeDefined()
    await closePanel()
    arrive()
    await expect.poll(heading).toBe(undefined)
  })

  it.each(['late', 'interrupted'] as const)(
    'stays on the page after a second Escape (%s)',
    async (router) => {
      const { clickRow, arrive, heading, place } = await aBrowser({ router })
      await clickRow(3)
      arrive()
      await expect.poll(heading).toBeDefined()
      await userEvent.keyboard('{Escape}')
      await userEvent.keyboard('{Escape}')
      arrive()
      await expect.poll(heading).toBe(undefined)
      expect(place()[0]).toBeGreaterThanOrEqual(0)
    },
  )
})
