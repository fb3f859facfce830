import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { aDemo, amara, mateo } from './demo-browser.ts'
import { arrivedInMailbox, followFromMailbox, inviteByPaste, joinAsNewPerson, unique } from './inviting.ts'

const { openTab, openAs, killAndRestart, address } = aDemo()

const arrived = (page: Page, email: string) => arrivedInMailbox(page, address(), email)

describe('the demo’s mailbox', { timeout: 240_000 }, () => {
  it('takes three pasted people from the dialog through the mail server to the join page', async () => {
    const page = await openAs(amara)
    const emails = ['lin.wei', 'karel.novak', 'ama.mensah'].map(unique)
    const [lin = '', karel = '', ama = ''] = emails
    await inviteByPaste(page, `Wei, Lin <${lin}>; "Novák, Karel" <${karel}>,\n${ama}\n`, 3)
    for (const email of emails) await expect.poll(() => arrived(page, email)).toBe(1)

    const mailbox = await openTab('/mail')
    const joining = await followFromMailbox(mailbox, lin, 'Acme Support')
    await mailbox.getByRole('heading', { name: 'Amara Okafor invited you to Acme Support' }).waitFor()
    await joinAsNewPerson(joining, 'Lin Wei')

    await page.getByRole('tab', { name: /^Invitations/ }).click()
    await page.getByRole('row', { name: new RegExp(karel) }).waitFor()
    expect(await page.getByRole('row', { name: new RegExp(lin) }).count()).toBe(0)
  })

  it('takes someone with an account in another company to both, by the link in their email', async () => {
    const page = await openAs(amara, '/borealis/settings/users')
    await inviteByPaste(page, mateo.email, 1)
    await expect.poll(() => arrived(page, mateo.email)).toBe(1)
    const mailbox = await openTab('/mail')
    const joining = await followFromMailbox(mailbox, mateo.email, 'Borealis Travel')
    await joining.getByRole('button', { name: 'Sign in to join' }).click()
    await joining.getByLabel('Password', { exact: true }).fill(mateo.password)
    await joining.getByRole('button', { name: 'Sign in' }).click()
    await joining.getByRole('button', { name: 'Join and switch company' }).click()
    await joining.waitForURL('**/borealis/settings/users')
    await joining.getByRole('button', { name: 'Mateo Fernández Ruiz' }).click()
    await joining.getByRole('link', { name: 'Acme Support' }).click()
    await joining.waitForURL('**/acme/settings/users')
  })

  it('gets an email once, though the server is killed right after the invitation is written', async () => {
    const page = await openAs(amara)
    const email = unique('killed')
    await inviteByPaste(page, email, 1)
    await killAndRestart()
    await expect.poll(() => arrived(page, email), { timeout: 60_000 }).toBe(1)
    const deliveryOf = async () => {
      const answer = await page.request.get(`${address()}/v1/invitations?search=${email}`, {
        maxRetries: 1,
        headers: { 'Roster-Company': 'acme' },
      })
      return JSON.stringify(await answer.json())
    }
    await expect.poll(deliveryOf, { timeout: 60_000 }).toContain('"state":"sent"')
    expect(await arrived(page, email)).toBe(1)
  })
})
