import { join } from 'node:path'
import { sql } from 'kysely'
import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { openPglite } from '../../backend/node/database/open-pglite.ts'
import { aDemo, amara, counted, search } from './demo-browser.ts'
import { joinAsNewPerson, linkOf } from './inviting.ts'

const { openTab, openAs, address, folder } = aDemo(inviteEarlier)

/** Forty-five invitations whose cooldown is over. */
async function inviteEarlier(folder: string) {
  const { db, close } = await openPglite({ folder: join(folder, 'pglite') })
  await sql`
    insert into invitations (company_id, id, email, address, email_key, search_text, role_id, team_ids, administrative,
      invited_by, invited_at, asked_by, asked_at, expires_at, delivery, sent_at)
    select company_id, 'early-' || n, e, e, e, e, role_id, team_ids, administrative, invited_by, invited_at, asked_by,
      asked_at, expires_at, delivery, sent_at
    from invitations, generate_series(1, 45) as n, concat('early.', n, '@acme.example') as e
    where email = 'giulia.romano@acme.example'`.execute(db)
  await close()
  return {}
}

const bar = (page: Page) => page.getByRole('toolbar', { name: 'Selection' })
const dialog = (page: Page) => page.getByRole('alertdialog')
const panel = (page: Page) => page.getByRole('complementary')
const title = (page: Page, name: string) => page.getByRole('heading', { name })
const row = (page: Page, email: string) => page.getByRole('checkbox', { name: `Select ${email}` })

/**
 * Calls the backend as the person who is signed in. A call whose kept connection was closed in that moment is made again:
 * its key is the same.
 */
async function ask(page: Page, path: string, data?: object) {
  const response = await page.request.fetch(`${address()}/v1${path}`, {
    method: data ? 'POST' : 'GET',
    headers: { 'Roster-Company': 'acme', 'Idempotency-Key': crypto.randomUUID(), Origin: address() },
    maxRetries: 1,
    ...(data && { data }),
  })
  expect(response.status()).toBe(200)
  return response.json()
}

/** Searches the Invitations tab for an address, and returns the id of its invitation. */
async function find(page: Page, email: string): Promise<string> {
  await page.getByRole('tab', { name: /^Invitations/ }).click()
  // How many there are in all is known once the list was shown without a filter.
  await expect.poll(() => counted(page)).toMatch(/invitations$/)
  await page.getByRole('textbox', { name: 'Search invitations' }).fill(email)
  await expect.poll(() => counted(page)).toMatch(/^1 of /)
  await row(page, email).waitFor()
  const { rows } = await ask(page, `/invitations?search=${email}`)
  return rows[0].id
}

describe('invitations of the demo', () => {
  it('are resent from the panel: the old link is dead, the new one works, and the row leaves', async () => {
    const page = await openAs(amara)
    const email = 'giulia.romano@acme.example'
    const id = await find(page, email)
    const before = await openTab(await linkOf(folder(), { invitationId: id }))
    await title(before, 'Join Acme Support').waitFor()

    await page.getByRole('button', { name: email }).click()
    await title(page, email).waitFor()
    expect(new URL(page.url()).searchParams.get('invitation')).toBe(id)
    await panel(page).getByRole('button', { name: 'Resend invitation' }).click()
    await panel(page).getByText('You resent the invitation').waitFor()
    await before.reload()
    await title(before, 'There is a newer invitation').waitFor()

    const after = await openTab(await linkOf(folder(), { invitationId: id, generation: 2 }))
    await joinAsNewPerson(after, 'Giulia Romano')
    await panel(page).getByText('Accepted', { exact: true }).waitFor()
    await page.getByRole('tab', { name: 'Users 1,205' }).waitFor()
    await page.goBack()
    await panel(page).waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'refresh' }).first().click()
    await expect.poll(() => row(page, email).count()).toBe(0)
  })

  it('are deleted: their link is dead at once', async () => {
    const page = await openAs(amara)
    const email = 'hyunwoo.park@acme.example'
    const id = await find(page, email)
    await row(page, email).click()
    await bar(page).getByRole('button', { name: 'Delete invitations' }).click()
    await dialog(page).getByRole('button', { name: 'Delete 1 invitation' }).click()
    await page.getByText('1 invitation deleted').first().waitFor()
    const opened = await openTab(await linkOf(folder(), { invitationId: id }))
    await title(opened, 'This invitation was deleted').waitFor()
  })

  it('bring back a deleted user, whose old messages stay under their name', async () => {
    const page = await openAs(amara)
    const inbox = await page.context().newPage()
    await inbox.goto(`${address()}/acme/inbox`)
    await inbox.locator('.conversation').first().click()
    const answered = inbox.locator('.talk-head .quiet')
    const [, author = ''] = /answered by (.+)$/.exec((await answered.textContent()) ?? '') ?? []
    await search(page).fill(author)
    await expect.poll(() => counted(page)).toMatch(/^\d of /)
    const { rows } = await ask(page, `/users?search=${encodeURIComponent(author)}`)
    const { id: userId, email } = rows[0]
    await page
      .getByRole('checkbox', { name: `Select ${author}` })
      .first()
      .click()
    await bar(page).getByRole('button', { name: 'Delete users' }).click()
    await dialog(page)
      .getByRole('button', { name: /^Delete/ })
      .click()
    await page.getByRole('button', { name: 'Undo' }).waitFor()

    const { results } = await ask(page, '/invitations', { emails: [email] })
    const link = await linkOf(folder(), { invitationId: results[0].invitation.id })
    const joining = await openTab(link)
    await joining.getByLabel('New password').fill('four unrelated words')
    await joining.getByRole('button', { name: 'Save password and join' }).click()
    await joining.waitForURL('**/acme/settings/users')

    await search(page).fill(email)
    await expect.poll(() => counted(page)).toMatch(/^1 of /)
    const again = await ask(page, `/users?search=${email}`)
    expect(again.rows).toMatchObject([{ name: author, email }])
    expect(again.rows[0].id).not.toBe(userId)
    await inbox.reload()
    await expect.poll(() => answered.textContent()).toMatch(new RegExp(`answered by ${author} Deleted$`))
    await expect.poll(() => inbox.locator('.bubble[data-mine] small').first().textContent()).toContain(author)
  })

  it('are resent in bulk, 50 at once: the five in their cooldown are named, and can be retried', async () => {
    const page = await openAs(amara)
    const late = Array.from({ length: 5 }, (_, index) => `late.early.${index}@acme.example`)
    await ask(page, '/invitations', { emails: late })
    await page.getByRole('tab', { name: /^Invitations/ }).click()
    await expect.poll(() => counted(page)).toMatch(/invitations$/)
    await page.getByRole('textbox', { name: 'Search invitations' }).fill('early.')
    await expect.poll(() => counted(page)).toMatch(/^50 of /)
    await page.getByRole('checkbox', { name: 'Select all' }).click()
    await bar(page).getByText('All 50 that match are selected').waitFor()
    await bar(page).getByRole('button', { name: 'Resend invitations' }).click()
    await dialog(page)
      .getByRole('button', { name: /^Retry 5 failed/ })
      .waitFor()
    for (const email of late) await dialog(page).getByText(email).waitFor()
    const { rows } = await ask(page, '/invitations?search=early.&limit=100')
    expect(rows).toHaveLength(50)
    for (const { actions } of rows) expect(actions.resend.reason).toBe('cooldown')
    await dialog(page).getByRole('button', { name: 'Close' }).click()
    await bar(page).getByText('5 selected').waitFor()
  })
})
