import { readFileSync } from 'node:fs'
import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { aDemo, amara, counted, names, search } from './demo-browser.ts'

const { openAs, killAndRestart } = aDemo()

const bar = (page: Page) => page.getByRole('toolbar', { name: 'Selection' })
const dialog = (page: Page) => page.getByRole('alertdialog')
const listed = async (page: Page) => Number((await counted(page))?.replace(/\D/g, ''))

/** Selects all that match, and confirms that they are deleted. Returns how many the dialog said. */
async function deleteAllThatMatch(page: Page) {
  await page.getByRole('checkbox', { name: 'Select all' }).click()
  await bar(page).getByRole('button', { name: 'Delete users' }).click()
  const title = dialog(page).getByRole('heading', { name: /^Delete \d/ })
  await title.waitFor()
  const count = ((await title.textContent()) ?? '').replace(/[^\d,]/g, '')
  await dialog(page).getByRole('textbox').fill(count)
  await dialog(page)
    .getByRole('button', { name: `Delete ${count} users` })
    .click()
  return Number(count.replace(',', ''))
}

/** The requests for steps of runs, with their position. */
function stepsOf(page: Page) {
  const steps: number[] = []
  page.on('request', (request) => {
    if (request.url().endsWith('/chunks')) steps.push(JSON.parse(request.postData() ?? '{}').from)
  })
  return steps
}

/** Makes each step take this long, so that something can happen in the middle. */
const slow = (page: Page, ms: number) =>
  page.route('**/chunks', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, ms))
    await route.continue()
  })

async function filterByRole(page: Page, role: string) {
  await page.getByRole('button', { name: 'Role', exact: true }).click()
  await page.getByRole('option', { name: role }).click()
  await page.keyboard.press('Escape')
  await expect.poll(() => counted(page)).toMatch(/ of /)
}

describe('deleting users of the demo', () => {
  it('exports all 1,204, each once, in the order of the table', async () => {
    const page = await openAs(amara)
    await expect.poll(() => counted(page)).toBe('1,204 users')
    // A browser without the dialog for saving; with it, the person would be asked where.
    await page.evaluate(() => Reflect.deleteProperty(globalThis, 'showSaveFilePicker'))
    const downloaded = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Table options' }).click()
    await page.getByRole('menuitem', { name: /^Export CSV/ }).click()
    const file = readFileSync(await (await downloaded).path(), 'utf8')
    expect(file.startsWith('\ufeff')).toBe(true)
    const lines = file.slice(1).trim().split('\r\n')
    expect(lines[0]).toMatch(/^"?Name"?,"?Email"?,"?Role"?,"?Teams"?,"?Last active"?$/)
    expect(lines).toHaveLength(1_205)
    const emails = lines.slice(1).map((line) => /[^",]+@acme\.example/.exec(line)?.[0])
    expect(new Set(emails).size).toBe(1_204)
    const [first] = await names(page)
    expect(lines[1]).toContain(first ?? '?')
    await page.getByText('Your browser is saving 1,204 users.').waitFor()
  })

  it('deletes three by keyboard alone, moves on to the next row, and undoes it', async () => {
    const page = await openAs(amara)
    await expect.poll(() => counted(page)).toBe('1,204 users')
    const before = await names(page)
    await page.getByRole('rowheader').nth(1).getByRole('button').focus()
    await page.keyboard.press('Space')
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Shift+ArrowDown')
    await expect.poll(() => bar(page).textContent()).toMatch(/^3 selected/)
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '')
    for (let stops = 0; stops < 60 && !/^Delete users/.test(await focused()); stops++)
      await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await dialog(page).getByRole('heading', { name: 'Delete 3 users?' }).waitFor()
    await expect.poll(focused).toBe('Cancel')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect.poll(() => counted(page)).toBe('1,201 users')
    await expect.poll(focused).toBe(before[4])
    for (let stops = 0; stops < 60 && (await focused()) !== 'Undo'; stops++) await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByText('3 users restored').first().waitFor()
    await expect.poll(() => counted(page)).toBe('1,204 users')
    expect(await names(page)).toEqual(before)
  })

  it('marks the author of a conversation that is open in another tab', async () => {
    const page = await openAs(amara)
    const other = await page.context().newPage()
    await other.goto(page.url().replace(/settings.*$/, 'inbox'))
    await other.locator('.conversation').first().click()
    const answered = other.locator('.talk-head .quiet')
    const [, author = ''] = /answered by (.+)$/.exec((await answered.textContent()) ?? '') ?? []
    await search(page).fill(author)
    await page.getByRole('rowheader', { name: author }).first().waitFor()
    await page
      .getByRole('checkbox', { name: `Select ${author}` })
      .first()
      .click()
    await bar(page).getByRole('button', { name: 'Delete users' }).click()
    await dialog(page)
      .getByRole('button', { name: /^Delete/ })
      .click()
    await page.getByRole('button', { name: 'Undo' }).waitFor()
    await other.bringToFront()
    await other.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
    await expect.poll(() => answered.textContent()).toMatch(/answered by .+ Deleted$/)
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByText('1 user restored').first().waitFor()
    await search(page).fill('')
    await expect.poll(() => counted(page)).toBe('1,204 users')
  })

  it('finishes a run whose server was killed in the middle, and does nothing twice', async () => {
    const page = await openAs(amara)
    await expect.poll(() => counted(page)).toBe('1,204 users')
    await filterByRole(page, 'Seasonal agent')
    const matching = await listed(page).then(() => page.locator('.roster-count').textContent())
    const steps = stepsOf(page)
    await slow(page, 1_500)
    const count = await deleteAllThatMatch(page)
    expect(count).toBeGreaterThan(100)
    expect(matching).toContain(String(count))
    await expect.poll(() => steps.length).toBeGreaterThan(0)
    await killAndRestart()
    await page.unrouteAll({ behavior: 'wait' })
    await page.getByText(`${count} users deleted`).first().waitFor({ timeout: 60_000 })
    await search(page).fill('')
    await page
      .getByRole('button', { name: /Remove filter|Clear/ })
      .first()
      .click()
    await expect.poll(() => listed(page), { timeout: 30_000 }).toBe(1_204 - count)
  })

  it('pauses with its tab, and continues from another', async () => {
    const page = await openAs(amara)
    await expect.poll(() => counted(page)).toMatch(/users$/)
    const before = await listed(page)
    const other = await page.context().newPage()
    await other.goto(page.url())
    await expect.poll(() => counted(other)).toMatch(/users$/)
    const steps = stepsOf(page)
    // The first step is done; the second never arrives.
    await page.route('**/chunks', async (route) => {
      if (steps.length < 2) await route.continue()
    })
    const count = await deleteAllThatMatch(page)
    await page.getByText('Closing this page pauses the change.', { exact: false }).waitFor()
    await expect.poll(() => steps.length).toBe(2)
    await page.close()
    await other.getByRole('button', { name: 'Table options' }).click()
    await other.getByRole('menuitem', { name: /^Recent changes/ }).click()
    const recent = other.getByRole('dialog', { name: 'Recent changes' })
    await recent.getByRole('button', { name: /^Continue: Delete/ }).click({ timeout: 60_000 })
    await other
      .getByText(`${count.toLocaleString('en')} users deleted`)
      .first()
      .waitFor({ timeout: 60_000 })
    await expect.poll(() => listed(other)).toBe(before - count)
  })
})
