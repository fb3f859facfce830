import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { expect } from 'vitest'
import { linkKeysOf } from '../../backend/core/invitations/link-keys.ts'
import { createInvitationTokens, type InvitationRef } from '../../backend/core/invitations/token.ts'

/** An address that no other test uses. */
export const unique = (name: string) => `${name}.${crypto.randomUUID().slice(0, 8)}@acme.example`

/** The token that an email carries, from the secret in the data folder of a demo. */
export async function tokenOf(folder: string, invitation: Partial<InvitationRef>): Promise<string> {
  const secret = readFileSync(join(folder, 'secret-key'), 'utf8')
  const tokens = createInvitationTokens(await linkKeysOf([secret]))
  return tokens.write({ companyId: 'acme', invitationId: '', generation: 1, ...invitation })
}

/** The path of the link in an email. */
export const linkOf = async (folder: string, invitation: Partial<InvitationRef>) =>
  `/join#${await tokenOf(folder, invitation)}`

/** Copies a list as people have it, pastes it into *Invite user* and sends it. */
export async function inviteByPaste(page: Page, list: string, count: number) {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.getByRole('button', { name: 'Invite user' }).click()
  const field = page.getByRole('textbox', { name: 'Email addresses' })
  await field.focus()
  await page.evaluate((text) => navigator.clipboard.writeText(text), list)
  await page.keyboard.press('Control+V')
  const invite = page.getByRole('button', { name: count === 1 ? 'Invite 1 user' : `Invite ${count} users` })
  await invite.click()
  await page.getByRole('dialog', { name: 'Invite user' }).waitFor({ state: 'detached' })
}

/** Joins on the open join page as someone without an account. */
export async function joinAsNewPerson(page: Page, name: string, company = 'Acme Support') {
  await page.getByLabel('Your name').fill(name)
  await page.getByLabel('Password', { exact: true }).fill('four unrelated words')
  await page.getByRole('button', { name: `Join ${company}` }).click()
  await page.getByRole('button', { name }).waitFor()
}

/** How many emails to an address are in the demo's mailbox. */
export async function arrivedInMailbox(page: Page, address: string, email: string): Promise<number> {
  const list = await page.request.get(`${address}/mail`, { maxRetries: 1 })
  return (await list.text()).split(email).length - 1
}

/** Opens the latest email to an address in the demo's mailbox, and follows its link. */
export async function followFromMailbox(mailbox: Page, email: string, company: string): Promise<Page> {
  await mailbox.getByText(email).first().click()
  const opened = mailbox.context().waitForEvent('page')
  await mailbox
    .frameLocator('iframe')
    .getByRole('link', { name: `Join ${company}` })
    .click()
  const joining = await opened
  await joining.getByRole('heading', { name: `Join ${company}` }).waitFor()
  expect(new URL(joining.url()).hash).toBe('')
  return joining
}
