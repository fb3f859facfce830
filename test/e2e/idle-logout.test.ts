import type { Page } from 'playwright'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Account, aDemo, amara, counted, fillIn, search, yuki } from './demo-browser.ts'
import { call, idleMinute, requestsOf, stay, timeout, turnOn, waitForEnd } from './idle-browser.ts'

const { openAs, address } = aDemo({ DEMO_IDLE_MINUTE: String(idleMinute) })

const field = (page: Page) => page.getByRole('textbox', { name: 'Email addresses' })
const account = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const twelve = Array.from({ length: 12 }, (_, index) => `guest.${index}@partners.example`)

/** Writes an invitation without sending it. */
async function writeInvitation(page: Page) {
  await page.getByRole('button', { name: 'Invite user' }).click()
  await field(page).fill(twelve.join(' '))
  await page.keyboard.press('Enter')
  await page.getByText('12 ready').waitFor()
  await page.getByRole('textbox', { name: 'Message' }).fill('Welcome from Amara')
  await page.keyboard.press('Escape')
  await field(page).waitFor({ state: 'detached' })
}

/** Reads the invitation that was written, and closes the dialog. */
async function readInvitation(page: Page) {
  await page.getByRole('button', { name: 'Invite user' }).click()
  await field(page).waitFor()
  const message = await page.getByRole('textbox', { name: 'Message' }).inputValue()
  if (message !== '') await page.getByText('12 ready').waitFor()
  const addresses = await page.getByText(/^\d+ ready/).allTextContents()
  await page.keyboard.press('Escape')
  await field(page).waitFor({ state: 'detached' })
  return { message, addresses }
}

const written = { message: 'Welcome from Amara', addresses: ['12 ready'] }
const nothing = { message: '', addresses: [] }

async function signInAgain(page: Page, { password }: Account) {
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

beforeAll(async () => {
  const finish: (() => Promise<void>)[] = []
  const page = await openAs(amara, '/', (end) => void finish.push(end))
  const { body } = await call(page, 'GET', '/v1/users?search=yuki.tanaka')
  const [{ id, version }] = body.rows
  const role = await call(page, 'PUT', `/v1/users/${id}/role`, { roleId: 'admin' }, version)
  expect(role.status).toBe(200)
  await turnOn(page)
  for (const end of finish) await end()
})

it('asks before the browser goes back from an unsaved change of the policy, and before it is reloaded', async () => {
  const page = await openAs(amara)
  await page.getByRole('link', { name: 'Inbox' }).click()
  await page.locator('.conversation').first().waitFor()
  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByRole('tab', { name: 'Idle logout' }).click()
  await page.getByRole('radio', { name: '30 minutes' }).click()
  const question = page.getByRole('alertdialog', { name: 'Leave without saving?' })
  const goBack = () => page.evaluate(() => history.back())
  await goBack()
  await question.waitFor()
  expect(new URL(page.url()).search).toBe('?tab=idleLogout')
  await page.getByRole('button', { name: 'Keep editing' }).click()
  await question.waitFor({ state: 'detached' })
  await page.getByRole('link', { name: 'Inbox' }).click()
  await page.getByRole('button', { name: 'Keep editing' }).click()

  const asked = page.waitForEvent('dialog')
  await page.evaluate(() => void setTimeout(() => location.reload()))
  const dialog = await asked
  expect(dialog.type()).toBe('beforeunload')
  await dialog.dismiss()

  await page.getByRole('radio', { name: '15 minutes' }).click()
  await goBack()
  await page.getByRole('button', { name: 'Discard change' }).click()
  await page.locator('.conversation').first().waitFor()
  expect(new URL(page.url()).pathname).toBe('/acme/inbox')
})

describe.concurrent('idle logout of the demo', () => {
  it('warns in both tabs, and one answer closes both; the end is one, and the same person finds everything', async ({
    expect,
    onTestFinished,
  }) => {
    const first = await openAs(amara, '/', onTestFinished)
    const requests = requestsOf(first.context())
    await search(first).fill('soren')
    await expect.poll(() => counted(first)).toMatch(/^\d+ of 1,\d{3}$/)
    await writeInvitation(first)
    const second = await first.context().newPage()
    await second.goto(`${address()}/acme/inbox`)
    await second.locator('.conversation').first().click()
    const conversation = second.url()
    const talk = second.locator('.talk-messages')
    await talk.waitFor()

    await Promise.all([first, second].map((page) => stay(page).waitFor({ timeout: 2 * timeout })))
    await stay(first).press('Enter')
    await Promise.all([first, second].map((page) => stay(page).waitFor({ state: 'detached' })))
    expect(requests.to('PUT', '/demo/presence').length).toBeGreaterThan(0)
    expect(requests.to('POST', '/v1/session/end')).toEqual([])
    const before = requests.all.length

    await Promise.all([first, second].map(waitForEnd))
    const atEnd = requests.all.slice(before).filter((one) => ['PUT', 'POST'].includes(one.method()))
    const away = atEnd.filter((one) => one.url().endsWith('/demo/presence'))
    expect(away.map((one) => one.postData())).toEqual(['{"presence":"away"}'])
    expect((await away[0]?.response())?.status()).toBe(204)
    const ends = atEnd.filter((one) => one.url().endsWith('/session/end'))
    expect(ends.length).toBeLessThanOrEqual(1)
    for (const end of ends) expect(atEnd.indexOf(end)).toBeGreaterThan(atEnd.indexOf(away[0] ?? end))
    expect(await second.locator('#root').textContent()).not.toContain('Inbox')
    expect((await call(first, 'GET', '/v1/session')).body.code).toBe('session_idle')

    await signInAgain(first, amara)
    await expect.poll(() => counted(first)).toMatch(/^\d+ of 1,\d{3}$/)
    expect(await search(first).inputValue()).toBe('soren')
    await talk.waitFor()
    expect(second.url()).toBe(conversation)
    expect(await readInvitation(first)).toEqual(written)
  })

  it('shows the next person nothing of the last, in no tab, and gives it back to them (B27)', async ({
    expect,
    onTestFinished,
  }) => {
    const first = await openAs(amara, '/', onTestFinished)
    await search(first).fill('kjaer')
    await expect.poll(() => counted(first)).toMatch(/^\d+ of 1,\d{3}$/)
    await writeInvitation(first)
    await first.getByRole('rowheader').first().getByRole('button').click()
    await expect.poll(() => first.url()).toContain('user=')
    const second = await first.context().newPage()
    await second.goto(first.url())
    await search(second).waitFor()
    await Promise.all([first, second].map(waitForEnd))

    await first.getByRole('button', { name: 'Not you?' }).click()
    const requests = requestsOf(first.context())
    await fillIn(first, yuki)
    for (const page of [first, second]) {
      await account(page, yuki.name).waitFor()
      await expect.poll(() => counted(page)).toMatch(/^1,\d{3} users$/)
      expect(await search(page).inputValue()).toBe('')
      expect(page.url()).toBe(`${address()}/acme/settings/users`)
      expect(await page.getByText('Amara Okafor').filter({ visible: true }).count()).toBeLessThanOrEqual(1)
    }
    expect(await readInvitation(first)).toEqual(nothing)
    await first.goBack()
    await expect.poll(() => counted(first)).toMatch(/^1,\d{3} users$/)
    expect(first.url()).not.toMatch(/search=|user=/)
    const sent = requests.all.map((one) => `${one.url()} ${one.postData() ?? ''}`)
    expect(sent.filter((text) => /kjaer|guest\.|Welcome/.test(text))).toEqual([])

    await account(first, yuki.name).click()
    await first.getByRole('button', { name: 'Sign out' }).click()
    await fillIn(first, amara)
    await account(first, amara.name).waitFor()
    expect(await readInvitation(first)).toEqual(written)
    await account(first, amara.name).click()
    await first.getByRole('button', { name: 'Sign out' }).click()
    await fillIn(first, amara)
    await account(first, amara.name).waitFor()
    expect(await readInvitation(first)).toEqual(nothing)
  })

  it('pauses a change of many users between two steps, and offers to continue it afterwards (B9)', async ({
    expect,
    onTestFinished,
  }) => {
    const page = await openAs(amara, '/', onTestFinished)
    await page.getByRole('button', { name: 'Role', exact: true }).click()
    await page.getByRole('option', { name: 'Seasonal agent' }).click()
    await page.keyboard.press('Escape')
    await expect.poll(() => counted(page)).toMatch(/ of 1,\d{3}$/)
    // The first step is done; the second takes longer than the session.
    let steps = 0
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    await page.route('**/chunks', async (route) => {
      steps += 1
      if (steps > 1) await held
      // The page may have given it up.
      await route.continue().catch(() => {})
    })
    await page.getByRole('checkbox', { name: 'Select all' }).click()
    await page
      .getByRole('toolbar', { name: 'Selection' })
      .getByRole('button', { name: 'Delete users' })
      .click()
    const dialog = page.getByRole('alertdialog')
    const title = dialog.getByRole('heading', { name: /^Delete \d/ })
    const count = ((await title.textContent()) ?? '').replace(/\D/g, '')
    await dialog.getByRole('textbox').fill(count)
    await dialog.getByRole('button', { name: `Delete ${count} users` }).click()

    await page.getByText('Still deleting users').waitFor({ timeout: 3 * timeout })
    expect(await page.getByText('Still deleting users').count()).toBe(1)
    await waitForEnd(page)
    release()
    await page.unrouteAll({ behavior: 'wait' })
    await signInAgain(page, amara)
    const bar = page.getByText(new RegExp(`^[1-9]\\d* of ${count} users are deleted\\.$`))
    await bar.waitFor()
    const said = Number.parseInt((await bar.textContent()) ?? '', 10)
    expect(said).toBeLessThan(Number(count))
    const { body } = await call(page, 'GET', '/v1/selections')
    expect(body.selections[0]).toMatchObject({ done: said, allowed: Number(count) })
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByText(`${count} users deleted`).first().waitFor({ timeout: 60_000 })
  })
})
