import { beforeEach, describe, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { MailSettlement } from '../../backend/core/ports/invitation-mail.ts'
import { aStack } from '../hooks/a-stack.tsx'
import { anInvitationsPage, failed } from './an-invitations-page.tsx'

beforeEach(() => page.viewport(1_280, 900))

const heading = () => document.querySelector('.roster-panel-name')?.textContent

describe('the panel of an invitation', () => {
  it('says how far the email got, why it failed, until when the link works, and what was done', async () => {
    const { button, row } = await anInvitationsPage()
    await button(failed).click()
    await expect.poll(heading).toBe(failed)
    await expect.element(page.getByText('Mail server: mailbox full')).toBeVisible()
    await expect.element(page.getByText('Expires in 2 days')).toBeVisible()
    await expect.element(page.getByText(/^Invited by /)).toBeVisible()
    await expect.element(button('Copy email address')).toBeVisible()
    expect((await row(failed).findElement()).getAttribute('aria-current')).toBe('true')
  })

  it('changes role and teams without sending anything, and lists who did it', async () => {
    const { button, row } = await anInvitationsPage()
    await button(failed).click()
    await page.getByRole('combobox', { name: /^Role/ }).click()
    await page.getByRole('option', { name: 'Agent', exact: true }).click()
    await expect.element(page.getByText('Saved', { exact: true })).toBeVisible()
    await expect.poll(() => row(failed).element().textContent).toContain('Agent')
    await expect.element(page.getByText(/^You changed the role from Billing to Agent$/)).toBeVisible()
    await button(/^Teams/).click()
    await page.getByRole('option', { name: 'Onboarding' }).click()
    await expect.poll(() => button(/^Teams/).element().textContent).toContain('Onboarding')
    await userEvent.keyboard('{Escape}')
    await expect.element(page.getByText(/^You added .?Onboarding.?$/)).toBeVisible()
    expect((await row(failed).findElement()).textContent).toContain('Failed: mailbox full')
  })

  it('says in its history that the person was invited again after it had expired', async () => {
    const stack = await aStack()
    const { rows } = await stack.api.invitations.list({ search: 'noura', limit: 1 })
    const [lapsed] = rows
    await stack.api.invitations.invite(
      { emails: ['noura.alharbi@acme.example'] },
      { intent: crypto.randomUUID() },
    )
    const defaultView = { tab: 'invitations', invitations: { openInvitationId: lapsed?.id ?? '' } } as const
    await anInvitationsPage({ stack, defaultView })
    await expect
      .element(page.getByText('You invited the person again after the invitation had expired'))
      .toBeVisible()
  })

  it('lists in its history when its email failed, who resent it and when, and that it was sent', async () => {
    let ahead = 0
    const stack = await aStack({ clock: () => Date.now() + ahead })
    const { button, idOf } = await anInvitationsPage({ stack })
    const id = await idOf(failed)
    await stack.api.invitations.resend(id, { intent: crypto.randomUUID() })
    await settleMail(stack, { kind: 'failed', reason: 'mailbox full again' })
    ahead = 61_000
    await stack.api.invitations.resend(id, { intent: crypto.randomUUID() })
    await settleMail(stack, { kind: 'sent' })
    await button(failed).click()
    const lines = () =>
      [...document.querySelectorAll('.roster-activity-what')].map(({ textContent }) => textContent)
    await expect
      .poll(lines)
      .toEqual([
        'The email was sent',
        'You resent the invitation',
        'The email failed: mailbox full again',
        'You resent the invitation',
        'The email failed: mailbox full',
        'You sent the invitation, as Billing',
      ])
    const times = [...document.querySelectorAll('.roster-activity-time')]
    for (const time of times.slice(0, 4)) expect(time.textContent).toMatch(/^\d\d?:\d\d/)
  })

  it('goes to the next and the previous one, and gives the focus back to the row', async () => {
    const { button, emails } = await anInvitationsPage()
    const [first, second] = emails()
    await button(first ?? '').click()
    await expect.poll(heading).toBe(first)
    await expect.element(page.getByText('1 of 6')).toBeVisible()
    await expect.element(button('Previous invitation')).toHaveAttribute('aria-disabled', 'true')
    await button('Next invitation').click()
    await expect.poll(heading).toBe(second)
    await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}')
    await expect.poll(heading).toBe(first)
    await userEvent.keyboard('{Escape}')
    await expect.poll(heading).toBe(undefined)
    expect(document.activeElement?.textContent).toBe(first)
  })

  it('follows the arrow keys of the table, and is pushed to the history once', async () => {
    const onViewChange = vi.fn()
    const { button, emails } = await anInvitationsPage({ onViewChange })
    const [first, second] = emails()
    await button(first ?? '').click()
    expect(onViewChange.mock.lastCall?.[1]).toEqual({ history: 'push' })
    button(first ?? '')
      .element()
      .focus()
    await userEvent.keyboard('{ArrowDown}')
    await expect.poll(heading).toBe(second)
    expect(onViewChange.mock.lastCall?.[1]).toEqual({ history: 'replace' })
    await button('Close').click()
    expect(onViewChange.mock.lastCall?.[1]).toEqual({ history: 'back' })
  })

  it('sends it again once in a minute, and counts down', async () => {
    const { button, stack } = await anInvitationsPage()
    await button(failed).click()
    await button('Resend invitation').click()
    await expect
      .element(button(/^Resend invitation ?again in (1:00|0:5\d)$/))
      .toHaveAttribute('aria-disabled', 'true')
    await expect.element(page.getByText(/^You resent the invitation$/)).toBeVisible()
    stack.clock.advance(30_000)
    await expect.element(button(/again in 0:[23]\d$/)).toBeVisible()
    stack.clock.advance(31_000)
    await expect.element(page.getByRole('button', { name: 'Resend invitation', exact: true })).toBeVisible()
  })

  it('is deleted after a question, and then closes', async () => {
    const { button, dialog, emails } = await anInvitationsPage()
    await button(failed).click()
    await button('Delete invitation').click()
    await dialog.getByRole('button', { name: 'Delete 1 invitation' }).click()
    await expect.poll(emails).not.toContain(failed)
    await expect.poll(heading).toBe(undefined)
  })

  it('lets the person choose between two roles that were given at the same time', async () => {
    const { button, stack, idOf, row } = await anInvitationsPage()
    await button(failed).click()
    await expect.element(page.getByRole('combobox', { name: /^Role/ })).toBeVisible()
    const id = await idOf(failed)
    const { version = '' } = await stack.api.invitations.get(id)
    const release = stack.hold()
    await page.getByRole('combobox', { name: /^Role/ }).click()
    await page.getByRole('option', { name: 'Agent', exact: true }).click()
    await changeElsewhere(stack, id, { roleId: 'supervisor', version })
    release()
    await expect.element(page.getByText('Theirs')).toBeVisible()
    await button('Use mine').click()
    await expect.poll(() => row(failed).element().textContent).toContain('Agent')
    await expect.element(page.getByText('Theirs')).not.toBeInTheDocument()
  })

  it('replaces a role that someone else gives while the list of roles is open only after a question', async () => {
    const { button, stack, idOf, row, dialog } = await anInvitationsPage()
    await button(failed).click()
    const role = page.getByRole('combobox', { name: /^Role/ })
    await role.click()
    const id = await idOf(failed)
    const roleId = async () => (await stack.api.invitations.get(id)).role.id
    const { version = '' } = await stack.api.invitations.get(id)
    await stack.api.invitations.change(id, { roleId: 'supervisor' }, { version, intent: crypto.randomUUID() })
    await expect.poll(() => row(failed).element().textContent).toContain('Supervisor')
    await expect.element(page.getByText(/just changed this role to Supervisor\./)).toBeInTheDocument()
    await expect.element(page.getByRole('option', { selected: true })).toHaveTextContent('Billing')
    await page.getByRole('option', { name: 'Agent', exact: true }).click()
    await expect.element(dialog.getByText('Replace Supervisor with Agent?')).toBeVisible()
    await userEvent.keyboard('{Escape}')
    await expect.element(dialog).not.toBeInTheDocument()
    expect(await roleId()).toBe('supervisor')
    await expect.element(role).toHaveTextContent('Supervisor')
    await expect.element(page.getByText(/just changed this role/)).not.toBeInTheDocument()

    await role.click()
    await stack.api.invitations.change(
      id,
      { roleId: 'trainer' },
      { version: (await stack.api.invitations.get(id)).version ?? '', intent: crypto.randomUUID() },
    )
    stack.clock.advance(11_000)
    stack.comeBack()
    await expect.poll(() => row(failed).element().textContent).toContain('Assistant trainer')
    await page.getByRole('option', { name: 'Agent', exact: true }).click()
    await dialog.getByRole('button', { name: 'Replace Assistant trainer' }).click()
    await expect.poll(roleId).toBe('agent')
  })

  it('stays with its history when the invitation ends while it is open', async () => {
    const { button, stack, idOf } = await anInvitationsPage()
    await button(failed).click()
    await expect.poll(heading).toBe(failed)
    await stack.api.invitations.delete(await idOf(failed), { intent: crypto.randomUUID() })
    await expect.element(page.getByText('Deleted', { exact: true })).toBeVisible()
    await expect.element(page.getByText(/deleted the invitation$/)).toBeVisible()
    await expect.element(button('Resend invitation')).not.toBeInTheDocument()
  })
})

/** Gives the email that is queued the result of its sending. */
async function settleMail({ store, company }: Stack, settlement: MailSettlement) {
  const claims = await store.mail.claim(10, 1_000)
  const claim = claims.find(({ companyId, address }) => companyId === company && address === failed)
  if (!claim) throw new Error('No email is queued.')
  await store.mail.settle(claim, settlement)
}

type Stack = Awaited<ReturnType<typeof anInvitationsPage>>['stack']

/** Another tab, whose request isn't held. */
async function changeElsewhere(
  { company, token }: Stack,
  id: string,
  { roleId, version }: { roleId: string; version: string },
) {
  await fetch(`/roster-api/v1/invitations/${id}`, {
    method: 'PATCH',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'roster-company': company,
      'idempotency-key': crypto.randomUUID(),
      'if-match': `"${version.replaceAll('"', '')}"`,
    },
    body: JSON.stringify({ roleId }),
  })
}
