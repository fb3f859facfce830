import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { type Account, aDemo, amara, counted, fillIn, mateo, search } from './demo-browser.ts'

const { openAs, openTab } = aDemo()

const panelOf = (page: Page) => page.getByRole('complementary')
const roleIn = (page: Page, name: string) =>
  page
    .getByRole('row')
    .filter({ has: page.getByText(name, { exact: true }) })
    .locator('[data-column="role"]')

/** Searches for a user and opens them. */
async function openUser(page: Page, name: string) {
  await search(page).fill(name)
  await expect.poll(() => counted(page)).toMatch(/^[1-9]\d* of /)
  await page.getByRole('rowheader', { name }).getByRole('button').click()
  await panelOf(page).getByRole('heading', { name, exact: true }).waitFor()
  return panelOf(page)
}

/** Opens the list of roles, which are more than eight, and chooses one. */
async function chooseRole(page: Page, role: string) {
  await panelOf(page).getByRole('button', { name: 'Change role' }).click()
  await panelOf(page).getByRole('radio', { name: role }).click()
}

async function changeRole(page: Page, role: string) {
  await chooseRole(page, role)
  await panelOf(page).getByRole('button', { name: 'Change role' }).click()
}

async function openWith(account: Account, name: string) {
  const page = await openAs(account)
  return { page, panel: await openUser(page, name) }
}

describe('a user of the demo', () => {
  it('gets another role after a preview, and list, panel and activity show it', async () => {
    const { page, panel } = await openWith(amara, 'Adaeze Okonkwo')
    await chooseRole(page, 'Supervisor')
    await expect.poll(() => panel.textContent()).toMatch(/Gains \d/)
    expect(await panel.textContent()).toMatch(/joins .*Escalations.*via the new role/i)
    await panel.getByRole('button', { name: 'Change role' }).click()
    await expect.poll(() => roleIn(page, 'Adaeze Okonkwo').textContent()).toBe('Supervisor')
    await panel.getByText('Saved', { exact: true }).waitFor()
    await panel.getByText(/You changed the role from Agent to Supervisor/).waitFor()
    await page.reload()
    await expect.poll(() => roleIn(page, 'Adaeze Okonkwo').textContent()).toBe('Supervisor')
  })

  it('joins and leaves teams, except those of their role', async () => {
    const { panel } = await openWith(amara, 'Adaeze Uche')
    const viaRole = panel.getByRole('checkbox', { name: /^Peak season/ })
    expect(await viaRole.getAttribute('aria-disabled')).toBe('true')
    expect(await viaRole.isChecked()).toBe(true)
    await expect
      .poll(() => panel.textContent())
      .toMatch(/Everyone with the role Seasonal agent is in this team/)
    await panel.getByRole('textbox', { name: /^Search \d+ teams/ }).fill('returns')
    const returns = panel.getByRole('checkbox', { name: /^Returns/ })
    await returns.click()
    await panel.getByText('Saved', { exact: true }).waitFor()
    await panel.getByText(/You added Adaeze Uche to Returns/).waitFor()
    await returns.click()
    await panel.getByText(/You removed Adaeze Uche from Returns/).waitFor()
  })

  it('changes in the row and the panel of another administrator', async () => {
    const one = await openWith(amara, 'Abebe Girma')
    const other = await openWith(amara, 'Abebe Girma')
    await changeRole(one.page, 'Billing')
    await expect
      .poll(() => roleIn(other.page, 'Abebe Girma').textContent(), { timeout: 15_000 })
      .toBe('Billing')
    await expect.poll(() => other.panel.locator('.roster-role-now').textContent()).toContain('Billing')
  })

  it('shows both roles when two administrators change it at once', async () => {
    const one = await openWith(amara, 'Abebe Tesfaye')
    const other = await openTab()
    await other.route('**/v1/events*', (route) => route.abort())
    await fillIn(other, amara)
    await other.getByRole('heading', { name: 'Users' }).waitFor()
    const panel = await openUser(other, 'Abebe Tesfaye')
    await changeRole(one.page, 'Billing')
    await one.panel.getByText('Saved', { exact: true }).waitFor()
    await changeRole(other, 'Auditor')
    const conflict = panel.getByRole('group').filter({ hasText: 'Theirs' })
    await conflict.waitFor()
    expect(await conflict.textContent()).toMatch(/Billing.*Auditor/)
    const row = other.getByRole('rowheader', { name: 'Abebe Tesfaye' })
    await row.getByText('Changed', { exact: true }).waitFor()
    const focused = () => other.evaluate(() => document.activeElement?.textContent ?? '')
    for (let turn = 0; turn < 20 && (await focused()) !== 'Use mine'; turn += 1)
      await other.keyboard.press('Tab')
    await other.keyboard.press('Enter')
    await expect.poll(() => roleIn(other, 'Abebe Tesfaye').textContent()).toBe('Auditor')
    expect(await row.getByText('Changed', { exact: true }).count()).toBe(0)
    await expect.poll(() => roleIn(one.page, 'Abebe Tesfaye').textContent()).toBe('Auditor')
  })

  it('hides the page at once when the viewer loses the permission', async () => {
    const one = await openWith(amara, 'Mateo Fernández Ruiz')
    await changeRole(one.page, 'Admin')
    await one.panel.getByText('Saved', { exact: true }).waitFor()
    const theirs = await openAs(mateo)
    await expect.poll(() => counted(theirs)).toBe('1,204 users')
    await openUser(theirs, 'Abebe Bekele')
    await changeRole(one.page, 'Supervisor')
    await theirs.getByText('Manage users', { exact: true }).waitFor({ timeout: 15_000 })
    expect(await theirs.getByRole('radio').count()).toBe(0)
  })

  it('is signed out everywhere, and the cookie is invalid', async () => {
    const theirs = await openTab()
    await fillIn(theirs, mateo)
    await theirs.getByText('Manage users', { exact: true }).waitFor()
    const { page, panel } = await openWith(amara, 'Mateo Fernández Ruiz')
    await panel.getByRole('button', { name: 'Sign out everywhere' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Sign out everywhere' }).click()
    await panel.getByText(/You signed Mateo Fernández Ruiz out everywhere/).waitFor()
    await theirs.reload()
    await theirs.getByLabel('Password', { exact: true }).waitFor()
    expect(await theirs.getByRole('table').count()).toBe(0)
    const headers = { 'Roster-Company': 'acme' }
    const status = await theirs.evaluate(async (init) => (await fetch('/v1/session', init)).status, {
      headers,
    })
    expect(status).toBe(401)
  })

  it('is found, opened, changed and left by keyboard alone', async () => {
    const page = await openAs(amara)
    await expect.poll(() => counted(page)).toBe('1,204 users')
    await page.keyboard.press('/')
    await page.keyboard.type('Abebe Odhiambo')
    await expect.poll(() => counted(page)).toMatch(/^[1-9]\d* of /)
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '')
    for (let turn = 0; turn < 12 && !(await focused()).startsWith('Abebe Odhiambo'); turn += 1)
      await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    const panel = panelOf(page)
    await panel.waitFor()
    for (let turn = 0; turn < 8 && (await focused()) !== 'Change role'; turn += 1)
      await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    const role = () => page.evaluate(() => document.activeElement?.getAttribute('type') ?? '')
    for (let turn = 0; turn < 8 && (await role()) !== 'radio'; turn += 1) await page.keyboard.press('Tab')
    await page.keyboard.press('ArrowDown')
    await panel.getByText('Not saved yet').waitFor()
    for (let turn = 0; turn < 6 && (await focused()) !== 'Change role'; turn += 1)
      await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await panel.getByText('Saved', { exact: true }).waitFor()

    const team = panel.getByRole('checkbox', { checked: false }).first()
    const teamId = await team.getAttribute('id')
    const focusedId = () => page.evaluate(() => document.activeElement?.id ?? '')
    for (let turn = 0; turn < 20 && (await focusedId()) !== teamId; turn += 1)
      await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    await panel.getByText(/You added Abebe Odhiambo to /).waitFor()

    for (let turn = 0; turn < 20 && (await focused()) !== 'Sign out everywhere'; turn += 1)
      await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByRole('alertdialog').waitFor()
    for (let turn = 0; turn < 3 && (await focused()) !== 'Sign out everywhere'; turn += 1)
      await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await panel.getByText(/You signed Abebe Odhiambo out everywhere/).waitFor()
    await page.keyboard.press('Escape')
    await panel.waitFor({ state: 'detached' })
    expect(await focused()).toMatch(/^Abebe Odhiambo/)
  })
})
