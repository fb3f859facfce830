import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDemo, amara, fillIn, mateo } from './demo-browser.ts'
import { tokenOf, unique } from './inviting.ts'

const { openTab, openAs, address, folder } = aDemo()

let inviting: Page
const ends: (() => Promise<void>)[] = []

beforeAll(async () => {
  inviting = await openAs(amara, '/', (end) => void ends.push(end))
})

afterAll(async () => {
  for (const end of ends) await end()
})

/** Invites as Amara, and returns the token that the email carries. */
async function invite(companyId: string, email: string): Promise<string> {
  const answer = await inviting.request.post(`${address()}/v1/invitations`, {
    maxRetries: 1,
    headers: { 'Roster-Company': companyId, 'Idempotency-Key': crypto.randomUUID(), Origin: address() },
    data: { emails: [email] },
  })
  const { results } = await answer.json()
  return tokenOf(folder(), { companyId, invitationId: results[0].invitation.id })
}

const title = (page: Page, name: string) => page.getByRole('heading', { name })
const press = (page: Page, name: string) => page.getByRole('button', { name }).click()

async function fillInNewPerson(page: Page, name: string, password: string) {
  await page.getByLabel('Your name').fill(name)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await press(page, 'Join Acme Support')
}

/** Everything that leaves the page but the bodies that carry the token, and what the browser shows and keeps of it. */
function watch(page: Page) {
  const seen: string[] = []
  page.on('request', (request) => {
    seen.push(request.url(), JSON.stringify(request.headers()))
    if (!new URL(request.url()).pathname.startsWith('/v1/join')) seen.push(request.postData() ?? '')
  })
  page.on('console', (message) => seen.push(message.text()))
  return async (token: string) => {
    const state = await page.evaluate(() => [
      location.href,
      document.title,
      JSON.stringify(history.state),
      document.cookie,
      JSON.stringify({ ...localStorage }),
    ])
    expect([...seen, ...state].filter((text) => text.includes(token.slice(0, 30)))).toEqual([])
  }
}

describe('joining', () => {
  it('lets a new person set a name and a password, once, and opens the company when the link is opened again', async () => {
    const token = await invite('acme', unique('lin.wei'))
    const page = await openTab()
    const requireSecret = watch(page)
    await page.goto(`${address()}/join#${token}`)
    await title(page, 'Join Acme Support').waitFor()
    expect(page.url()).toBe(`${address()}/join`)
    await requireSecret(token)
    await fillInNewPerson(page, 'Lin Wei', 'password123')
    await page.getByText('Too many people use this password.').waitFor()
    expect(await page.getByLabel('Your name').inputValue()).toBe('Lin Wei')
    await fillInNewPerson(page, 'Lin Wei', 'four unrelated words')
    await page.waitForURL('**/acme/settings/users')
    await page.getByRole('button', { name: 'Lin Wei' }).waitFor()
    await requireSecret(token)

    await page.goto(`${address()}/join#${token}`)
    await title(page, 'You’re in Acme Support').waitFor()
    await press(page, 'Open Acme Support')
    await page.waitForURL('**/acme/settings/users')

    const other = await openTab(`/join#${token}`)
    await title(other, 'This invitation was used').waitFor()
  })

  it('leads an account to sign in and back, joins it to another company, and switches there (V21)', async () => {
    const token = await invite('borealis', mateo.email)
    const page = await openTab()
    const requireSecret = watch(page)
    await page.goto(`${address()}/join#${token}`)
    await title(page, 'Join Borealis Travel').waitFor()
    await press(page, 'Sign in to join')
    await page.getByLabel('Password', { exact: true }).fill(mateo.password)
    await press(page, 'Sign in')
    await page.getByRole('button', { name: 'Join and stay in Acme Support' }).waitFor()
    await requireSecret(token)
    await press(page, 'Join and switch company')
    await page.waitForURL('**/borealis/settings/users')
    await page.getByRole('button', { name: 'Mateo Fernández Ruiz' }).click()
    await page.getByRole('link', { name: 'Acme Support' }).click()
    await page.waitForURL('**/acme/settings/users')
    await requireSecret(token)
  })

  it('offers to sign out where someone else is signed in, and keeps the invitation', async () => {
    const token = await invite('acme', unique('jonas'))
    const page = await openAs(mateo)
    await page.goto(`${address()}/join#${token}`)
    await title(page, 'Signed in as someone else').waitFor()
    await press(page, 'Sign out and continue')
    await title(page, 'Join Acme Support').waitFor()
    await page.reload()
    await fillInNewPerson(page, 'Jonas Weber', 'four unrelated words')
    await page.waitForURL('**/acme/settings/users')
  })

  it('asks for the link where it came without its last part, and sends no request for it (V1)', async () => {
    const token = await invite('acme', unique('mira'))
    const page = await openTab()
    const asked: string[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).pathname))
    await page.goto(`${address()}/join`)
    await title(page, 'This link is incomplete').waitFor()
    expect(asked.filter((path) => path.startsWith('/v1/join'))).toEqual([])
    await page.getByLabel('Link from the email').fill(`<${address()}/join#${token}>.`)
    await press(page, 'Continue')
    await title(page, 'Join Acme Support').waitFor()
  })

  it('is not used by a robot that opens the link and presses the first buttons (V23)', async () => {
    const token = await invite('acme', unique('robot'))
    const robot = await openTab(`/join#${token}`)
    await title(robot, 'Join Acme Support').waitFor()
    for (const button of (await robot.getByRole('button').all()).slice(0, 2)) await button.click()
    const page = await openTab(`/join#${token}`)
    await fillInNewPerson(page, 'A Person', 'four unrelated words')
    await page.waitForURL('**/acme/settings/users')
  })

  it('signs the new person in again with the password that they chose', async () => {
    const email = unique('again')
    const token = await invite('acme', email)
    const page = await openTab(`/join#${token}`)
    await fillInNewPerson(page, 'Ada Again', 'four unrelated words')
    await page.waitForURL('**/acme/settings/users')
    const other = await openTab()
    await fillIn(other, { email, password: 'four unrelated words' })
    await other.getByRole('button', { name: 'Ada Again' }).waitFor()
  })
})
