import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { aDemo, amara, counted, search, yuki } from './demo-browser.ts'

const { openAs } = aDemo()

const panelOf = (page: Page) => page.getByRole('complementary')
const userIn = (page: Page) => new URL(page.url()).searchParams.get('user')
const entries = (page: Page) => page.evaluate(() => history.length)

async function open(page: Page, name: string) {
  await page.getByRole('rowheader', { name }).getByRole('button').click()
  await panelOf(page).getByRole('heading', { name, exact: true }).waitFor()
}

const closed = (page: Page) => panelOf(page).waitFor({ state: 'detached' })

describe("the browser's history of the demo", () => {
  it('has one entry for an open user, which Back, Forward and Close follow', async () => {
    const page = await openAs(amara)
    await search(page).fill('Abebe')
    await expect.poll(() => counted(page)).toMatch(/^[1-9]\d* of /)
    const before = await entries(page)
    await open(page, 'Abebe Girma')
    expect(userIn(page)).not.toBeNull()
    expect(await entries(page)).toBe(before + 1)

    await page.goBack()
    await closed(page)
    expect(await search(page).inputValue()).toBe('Abebe')
    await page.goForward()
    await panelOf(page).getByRole('heading', { name: 'Abebe Girma', exact: true }).waitFor()
    await page.goBack()
    await closed(page)
    await page.goForward()
    await panelOf(page).waitFor()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await closed(page)
    await page.goForward()
    await panelOf(page).waitFor()
    await page.goBack()
    await closed(page)
    expect(await entries(page)).toBe(before + 1)

    await open(page, 'Abebe Bekele')
    await page.keyboard.press('Alt+ArrowDown')
    await expect
      .poll(() => panelOf(page).getByRole('heading', { level: 2 }).textContent())
      .not.toBe('Abebe Bekele')
    await page.getByRole('button', { name: 'Close', exact: true }).click()
    await closed(page)
    expect(userIn(page)).toBeNull()
    expect(await entries(page)).toBe(before + 1)
    await page.goForward()
    await panelOf(page).waitFor()
  })

  it('returns to the Invitations tab from a user who was opened there', async () => {
    const page = await openAs(amara)
    const invitations = page.getByRole('tab', { name: /^Invitations/ })
    await invitations.click()
    await page.getByRole('button', { name: 'Invite user' }).click()
    const dialog = page.getByRole('dialog', { name: 'Invite user' })
    await dialog.getByRole('textbox', { name: 'Email addresses' }).fill(yuki.email)
    await page.keyboard.press('Enter')
    await dialog.getByRole('button', { name: `Open the user ${yuki.email}` }).click()
    await panelOf(page).getByRole('heading', { name: yuki.name, exact: true }).waitFor()
    await page.goBack()
    await closed(page)
    await expect.poll(() => invitations.getAttribute('aria-selected')).toBe('true')
    await page.goForward()
    await panelOf(page).getByRole('heading', { name: yuki.name, exact: true }).waitFor()
  })

  it('keeps the entry of a page that was opened at a user, and has none for dialogs and menus', async () => {
    const page = await openAs(amara)
    await search(page).fill('Abebe')
    await expect.poll(() => counted(page)).toMatch(/^[1-9]\d* of /)
    await open(page, 'Abebe Bekele')
    await page.reload()
    await panelOf(page).getByRole('heading', { name: 'Abebe Bekele', exact: true }).waitFor()
    const before = await entries(page)
    await panelOf(page).getByRole('button', { name: 'Sign out everywhere' }).click()
    await page.getByRole('alertdialog').waitFor()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await closed(page)
    await page.getByRole('button', { name: 'Table options' }).click()
    await page.keyboard.press('Escape')
    expect(await entries(page)).toBe(before)
    expect(userIn(page)).toBeNull()
    await page.getByRole('heading', { name: 'Users' }).waitFor()
  })
})
