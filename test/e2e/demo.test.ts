import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { aDemo, amara, counted, fillIn, mateo, names, search } from './demo-browser.ts'

const { openTab, openAs, address } = aDemo()

/** Chooses one option of a filter of the toolbar. */
async function filterBy(page: Page, filter: string, option: string) {
  await page.getByRole('button', { name: filter, exact: true }).click()
  await page.getByRole('option', { name: option }).click()
  await page.keyboard.press('Escape')
}

/** The list requests that the page sends from now on. */
function listRequests(page: Page) {
  const requests: { parameters: URLSearchParams; company: string | undefined }[] = []
  page.on('request', (request) => {
    const url = new URL(request.url())
    if (url.pathname === '/v1/users')
      requests.push({ parameters: url.searchParams, company: request.headers()['roster-company'] })
  })
  return requests
}

describe('the demo', () => {
  it('shows the same error for a wrong password and for an unknown address', async () => {
    const page = await openTab()
    const refused = page.getByRole('alert')
    await fillIn(page, { ...amara, password: 'amber-lantern-43' })
    await expect.poll(() => refused.textContent()).toBe('This email address and password don’t match.')
    await page.reload()
    await fillIn(page, { email: 'nobody@acme.example', password: amara.password })
    await expect.poll(() => refused.textContent()).toBe('This email address and password don’t match.')
  })

  it('shows 1,204 users after sign-in, the viewer among them', async () => {
    const page = await openAs(amara)
    expect(new URL(page.url()).pathname).toBe('/acme/settings/users')
    await expect.poll(() => counted(page)).toBe('1,204 users')
    await search(page).fill('amara okafor')
    await page.getByRole('rowheader', { name: 'Amara Okafor You' }).waitFor()
  })

  it('finds a name without its accents, and everyone again when the search is emptied', async () => {
    const page = await openAs(amara)
    await search(page).fill('soren kjaergaard')
    await expect.poll(() => names(page)).toEqual(['Søren Kjærgaard'])
    await expect.poll(() => counted(page)).toBe('1 of 1,204')
    await search(page).fill('')
    await expect.poll(() => counted(page)).toBe('1,204 users')
  })

  it('sorts by last activity, latest first, then oldest first', async () => {
    const page = await openAs(amara)
    const lastCells = () => page.locator('tbody [data-column=lastActive]').allTextContents()
    const head = page.getByRole('columnheader', { name: 'Last active' })
    await head.getByRole('button').click()
    await expect.poll(() => head.getAttribute('aria-sort')).toBe('descending')
    await expect.poll(async () => (await names(page))[0]).toBe('Amara Okafor')
    await head.getByRole('button').click()
    await expect.poll(() => head.getAttribute('aria-sort')).toBe('ascending')
    await expect.poll(async () => (await lastCells())[0]).toBe('Never')
  })

  it('filters by role and by team, via role included', async () => {
    const page = await openAs(amara)
    await filterBy(page, 'Team', 'Billing desk')
    await expect.poll(() => counted(page)).toMatch(/^\d+ of 1,204$/)
    const inTeam = await counted(page)
    await filterBy(page, 'Role', 'Billing')
    await expect
      .poll(() => page.getByRole('cell', { name: 'Billing', exact: true }).count())
      .toBeGreaterThan(0)
    expect(await counted(page)).toBe(inTeam)
  })

  it('loads the last user with one request when it jumps to the end', async () => {
    const page = await openAs(amara)
    await expect.poll(() => counted(page)).toBe('1,204 users')
    const requests = listRequests(page)
    await page.getByRole('rowheader').first().getByRole('button').focus()
    await page.keyboard.press('End')
    const last = page.locator('[aria-rowindex="1205"] .roster-user-name')
    await expect.poll(() => last.count()).toBe(1)
    expect(await last.textContent()).not.toBe('')
    // Waits for requests that shouldn’t come. The event stream keeps the network from ever being idle.
    await page.waitForTimeout(500)
    const offsets = requests.map(({ parameters }) => Number(parameters.get('offset')))
    expect(offsets).toHaveLength(1)
    expect(Math.min(...offsets)).toBeGreaterThanOrEqual(1_100)
  })

  it('shows two companies in two tabs', async () => {
    const first = await openAs(amara)
    await expect.poll(() => counted(first)).toBe('1,204 users')
    const second = await first.context().newPage()
    await second.goto(first.url())
    await second.getByRole('button', { name: 'Amara Okafor' }).click()
    await second.getByRole('link', { name: 'Borealis Travel' }).click()
    await expect.poll(() => counted(second)).toBe('86 users')
    expect(new URL(second.url()).pathname).toBe('/borealis/settings/users')

    const [ofFirst, ofSecond] = [listRequests(first), listRequests(second)]
    await search(first).fill('okafor')
    await search(second).fill('okafor')
    await expect.poll(() => counted(first)).toMatch(/^\d+ of 1,204$/)
    await expect.poll(() => counted(second)).toMatch(/^\d+ of 86$/)
    expect(await names(first)).toContain('Adaeze Okafor')
    expect(await names(second)).toContain('Amara Okafor')
    expect(await names(second)).not.toContain('Adaeze Okafor')
    expect(new Set(ofFirst.map(({ company }) => company))).toEqual(new Set(['acme']))
    expect(new Set(ofSecond.map(({ company }) => company))).toEqual(new Set(['borealis']))

    await first.reload()
    await expect.poll(() => counted(first)).toMatch(/^\d+ of 1,204$/)
    await second.reload()
    await expect.poll(() => counted(second)).toMatch(/^\d+ of 86$/)
  })

  it('shows each company’s own conversations, with the users who wrote them', async () => {
    const page = await openAs(amara)
    await page.getByRole('link', { name: 'Inbox 12' }).click()
    await page.locator('.conversation').first().click()
    const answered = await page.locator('.talk-head bdi').last().textContent()
    await expect.poll(() => page.locator('.bubble[data-mine] bdi').first().textContent()).toBe(answered)
    await page.goto(`${address()}/borealis/inbox`)
    await page.getByRole('link', { name: 'Inbox 5' }).waitFor()
  })

  it('names the missing permission to a user without it', async () => {
    const page = await openAs(mateo)
    await page.getByText('You need the permission Manage users').waitFor()
    expect(await page.getByText('which your role Supervisor doesn’t have').count()).toBe(1)
    expect(await page.getByRole('table').count()).toBe(0)
  })

  it('shows the same for another’s company and for one that doesn’t exist', async () => {
    const page = await openTab('/borealis/settings/users')
    await fillIn(page, mateo)
    const refusal = page.getByRole('heading', { name: 'You aren’t a member of this company' })
    await refusal.waitFor()
    const text = await page.locator('#root').textContent()
    await page.goto(`${address()}/nowhere/settings/users`)
    await refusal.waitFor()
    expect(await page.locator('#root').textContent()).toBe(text)
  })

  it('sends the other tab to the sign-in too, and back afterwards', async () => {
    const first = await openAs(amara)
    await expect.poll(() => counted(first)).toBe('1,204 users')
    const second = await first.context().newPage()
    await second.goto(first.url())
    await search(first).fill('soren')
    await expect.poll(() => counted(first)).toMatch(/^\d+ of 1,204$/)
    await second.getByRole('button', { name: 'Amara Okafor' }).click()
    await second.getByRole('button', { name: 'Sign out' }).click()
    await second.getByLabel('Email address').waitFor()

    await first.getByText('You are signed out. Please sign in again.').waitFor()
    await first.getByLabel('Password', { exact: true }).fill(amara.password)
    await first.getByRole('button', { name: 'Sign in' }).click()
    await expect.poll(() => counted(first)).toMatch(/^\d+ of 1,204$/)
    expect(await search(first).inputValue()).toBe('soren')
    await expect.poll(() => counted(second)).toBe('1,204 users')
  })

  it('counts down after too many attempts', async () => {
    const page = await openTab()
    const refused = page.getByRole('alert')
    const button = page.getByRole('button', { name: 'Sign in' })
    await page.getByLabel('Email address').fill('layla.haddad@acme.example')
    for (let status = 0; status !== 429; ) {
      await page.getByLabel('Password', { exact: true }).fill('guess')
      const answered = page.waitForResponse('**/v1/sign-in')
      await button.click()
      status = (await answered).status()
    }
    await expect.poll(() => refused.textContent()).toMatch(/^Too many attempts. Try again in \d+:\d\d\.$/)
    expect(await button.isDisabled()).toBe(true)
    const before = await refused.textContent()
    await expect.poll(() => refused.textContent(), { timeout: 30_000 }).not.toBe(before)
  })
})
