import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { aDemo, amara } from './demo-browser.ts'

const { openTab, openAs, killAndRestart, address } = aDemo()

const unique = (name: string) => `${name}.${crypto.randomUUID().slice(0, 8)}@acme.example`

async function invite(page: Page, emails: string[]) {
  const answer = await page.request.post(`${address()}/v1/invitations`, {
    headers: { 'Roster-Company': 'acme', 'Idempotency-Key': crypto.randomUUID(), Origin: address() },
    data: { emails, message: 'Welcome! Your first shift plan is in the Onboarding channel.' },
  })
  expect(answer.status()).toBe(200)
}

/** How many emails to an address are in the mailbox. */
async function arrived(page: Page, email: string): Promise<number> {
  const list = await page.request.get(`${address()}/mail`)
  return (await list.text()).split(email).length - 1
}

describe('the demo’s mailbox', { timeout: 240_000 }, () => {
  it('takes an invitation from the mail server to the join page, in one press', async () => {
    const page = await openAs(amara)
    const emails = ['lin.wei', 'karel.novak', 'ama.mensah'].map(unique)
    await invite(page, emails)
    for (const email of emails) await expect.poll(() => arrived(page, email)).toBe(1)

    const mailbox = await openTab('/mail')
    const [email = ''] = emails
    await mailbox.getByText(email).click()
    await mailbox.getByRole('heading', { name: 'Amara Okafor invited you to Acme Support' }).waitFor()
    const frame = mailbox.frameLocator('iframe')
    await frame.getByText('Welcome! Your first shift plan').waitFor()
    const opened = mailbox.context().waitForEvent('page')
    await frame.getByRole('link', { name: 'Join Acme Support' }).click()
    const joining = await opened
    await joining.getByLabel('Your name').fill('Lin Wei')
    await joining.getByLabel('Password', { exact: true }).fill('four unrelated words')
    await joining.getByRole('button', { name: 'Join Acme Support' }).click()
    await joining.getByRole('button', { name: 'Lin Wei' }).waitFor()
  })

  it('gets an email once, though the server is killed right after the invitation is written', async () => {
    const page = await openAs(amara)
    const email = unique('killed')
    await invite(page, [email])
    await killAndRestart()
    await expect.poll(() => arrived(page, email), { timeout: 60_000 }).toBe(1)
    const deliveryOf = async () => {
      const answer = await page.request.get(`${address()}/v1/invitations?search=${email}`, {
        headers: { 'Roster-Company': 'acme' },
      })
      return JSON.stringify(await answer.json())
    }
    await expect.poll(deliveryOf, { timeout: 60_000 }).toContain('"state":"sent"')
    expect(await arrived(page, email)).toBe(1)
  })
})
