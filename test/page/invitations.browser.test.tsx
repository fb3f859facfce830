import { beforeEach, describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { aPage } from './a-page.tsx'

beforeEach(() => page.viewport(1_280, 900))

const tab = page.getByRole('tab', { name: /^Invitations/ })
const dialog = page.getByRole('alertdialog')
const button = (name: string | RegExp) => page.getByRole('button', { name })
const check = (email: string) => page.getByRole('checkbox', { name: `Select ${email}`, exact: true })
const emails = () =>
  [...document.querySelectorAll('.roster-invitation-email')].map((cell) => cell.textContent)
const failed = 'k.novak@partners.example'

async function anInvitationsPage() {
  const screen = await aPage({ defaultView: { tab: 'invitations' }, width: 1_200 })
  await expect.poll(() => emails().length).toBe(6)
  return screen
}

describe('the Invitations tab', () => {
  it('counts what is pending, lists expired ones last and marks them', async () => {
    await anInvitationsPage()
    await expect.element(tab).toHaveTextContent('Invitations4')
    await expect.element(page.getByText('6 invitations')).toBeVisible()
    expect(
      emails()
        .slice(4)
        .every((email) => /noura|britta/.test(email ?? '')),
    ).toBe(true)
    expect(page.getByText(/^Expired /).elements()).toHaveLength(2)
    await expect.element(page.getByText('Failed: mailbox full')).toBeVisible()
  })

  it('deletes with a confirmation, and invites again with the same role', async () => {
    await anInvitationsPage()
    await check(failed).click()
    await button('Delete invitations').click()
    await expect.element(dialog.getByRole('heading', { level: 2 })).toHaveTextContent('Delete 1 invitation?')
    await expect.element(dialog.getByText(/stops working at once/)).toBeVisible()
    await dialog.getByRole('button', { name: 'Delete 1 invitation' }).click()
    await expect.poll(emails).not.toContain(failed)
    await expect.element(tab).toHaveTextContent('Invitations3')
    await button('Invite again').click()
    await expect.poll(emails).toContain(failed)
    const row = page.getByRole('row', { name: new RegExp(failed) })
    await expect.poll(() => row.element().textContent).toContain('Billing desk')
  })

  it('sends one again, which then cools down in the bar', async () => {
    await anInvitationsPage()
    await check(failed).click()
    await button('Resend invitations').click()
    await expect.element(page.getByText('1 invitation resent').first()).toBeInTheDocument()
    await expect.poll(() => document.querySelector('.roster-bulk-bar')).toBe(null)
    await check(failed).click()
    await expect
      .element(button(/^Resend invitations, again in \d:\d\d$/))
      .toHaveAttribute('aria-disabled', 'true')
  })

  it('opens a panel, which changes the role without sending anything', async () => {
    await anInvitationsPage()
    await button(failed).click()
    await expect.element(page.getByText('Mail server: mailbox full')).toBeVisible()
    await page.getByRole('combobox', { name: /^Role/ }).click()
    await page.getByRole('option', { name: 'Agent', exact: true }).click()
    await expect.element(page.getByText('Saved', { exact: true })).toBeVisible()
    await expect.element(page.getByRole('row', { name: new RegExp(failed) })).toBeVisible()
    await button('Delete invitation').click()
    await dialog.getByRole('button', { name: 'Delete 1 invitation' }).click()
    await expect.poll(emails).not.toContain(failed)
  })
})
