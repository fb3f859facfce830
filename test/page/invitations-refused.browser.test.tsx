import { HttpResponse, http } from 'msw'
import { beforeEach, describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { addUser } from '../../backend/core/invitations/add-user.ts'
import { aStack } from '../hooks/a-stack.tsx'
import { anInvitationsPage, failed } from './an-invitations-page.tsx'

beforeEach(() => page.viewport(1_280, 900))

/** The Invitations tab of a people partner, who may lose the permission while it is shown. */
async function aPartnersPage() {
  const stack = await aStack()
  // The page would otherwise react to the change before the person does anything.
  stack.worker.use(http.get('*/roster-api/v1/events', () => HttpResponse.error()))
  const { rows } = await stack.api.users.list({ roleIds: ['people'], limit: 1 })
  const id = rows[0]?.id ?? ''
  const shown = await anInvitationsPage({ stack, token: `account-${id}` })
  await expect.poll(shown.emails).toHaveLength(6)
  return {
    ...shown,
    loseThePermission: () => stack.change({ kind: 'set_role', userId: id, roleId: 'agent' }),
  }
}

const isPending = async ({ stack, idOf }: Awaited<ReturnType<typeof anInvitationsPage>>) =>
  (await stack.api.invitations.get(await idOf(failed))).status === 'pending'

describe('what a person may no longer do', () => {
  it('is refused between the question and the press, with the reason in the dialog', async () => {
    const shown = await aPartnersPage()
    await shown.check(failed).click()
    await shown.button('Delete invitations').click()
    const confirm = shown.dialog.getByRole('button', { name: 'Delete 1 invitation' })
    await expect.element(confirm).toBeVisible()
    await shown.loseThePermission()
    // The refusal loads the session again, and the page would then show that it is denied, without the dialog.
    shown.stack.worker.use(http.get('*/roster-api/v1/session', () => HttpResponse.error()))
    await confirm.click()
    await expect
      .element(shown.dialog.getByRole('alert'))
      .toHaveTextContent('This needs the permission Manage users. Ask one of your Admins to give it to you.')
    expect(await isPending(shown)).toBe(true)
  })

  it('is refused in the panel, and the role that was chosen isn’t shown as saved', async () => {
    const shown = await aPartnersPage()
    const [agent = ''] = shown.emails()
    await shown.button(agent).click()
    await page.getByRole('combobox', { name: /^Role/ }).click()
    await shown.loseThePermission()
    await page.getByRole('option', { name: 'Supervisor', exact: true }).click()
    await expect.element(page.getByText('Manage users', { exact: true })).toBeVisible()
    expect((await shown.stack.api.invitations.get(await shown.idOf(agent))).role.id).toBe('agent')
  })
})

describe('what has changed since the list was loaded', () => {
  it('does not change one that was accepted: it is named, and isn’t offered to be invited again', async () => {
    const { check, button, dialog, emails, stack } = await anInvitationsPage()
    const [first = ''] = emails()
    await check(failed).click()
    await check(first).click()
    await button('Delete invitations').click()
    await expect.element(dialog.getByRole('button', { name: 'Delete 2 invitations' })).toBeVisible()
    await addUser(stack.store, stack.company, { email: first, name: 'Hyunwoo Park' })
    await dialog.getByRole('button', { name: 'Delete 2 invitations' }).click()
    await expect
      .element(dialog.getByRole('heading', { level: 2 }))
      .toHaveTextContent('1 of 2 invitations weren’t deleted')
    await expect.element(dialog.getByText(first)).toBeVisible()
    await dialog.getByRole('button', { name: 'Close' }).click()
    await button('Invite again').click()
    await expect.element(page.getByText('1 invitation sent').first()).toBeInTheDocument()
    await expect.element(page.getByText(/couldn’t be sent/)).not.toBeInTheDocument()
  })

  it('says that an address was invited elsewhere before *Invite again* was pressed', async () => {
    const { check, button, dialog, emails, stack } = await anInvitationsPage()
    await check(failed).click()
    await button('Delete invitations').click()
    await dialog.getByRole('button', { name: 'Delete 1 invitation' }).click()
    await expect.poll(emails).not.toContain(failed)
    await stack.api.invitations.invite({ emails: [failed.toUpperCase()] }, { intent: crypto.randomUUID() })
    await button('Invite again').click()
    await expect.element(page.getByText('1 invitation couldn’t be sent').first()).toBeInTheDocument()
  })

  it('forgets the name of an inviter that was erased, in the row and in the filter', async () => {
    const { button, row, emails, stack } = await anInvitationsPage()
    const [, giulia = ''] = emails()
    await expect.poll(() => row(giulia).element().textContent).toContain('Mateo')
    const { rows } = await stack.api.invitations.list({ limit: 6 })
    const names = new Set(rows.flatMap((one) => ('invitedBy' in one && one.invitedBy?.name) || []))
    const erased = [...names].find((name) => name.startsWith('Mateo')) ?? ''
    stack.spoil((body) => body.replaceAll(JSON.stringify(erased), '""'))
    stack.clock.advance(60_000)
    stack.comeBack()
    await expect.poll(() => row(giulia).element().textContent).not.toContain('Mateo')
    await button('Invited by').click()
    await expect.element(page.getByRole('option').first()).toBeVisible()
    const options = page.getByRole('option').elements()
    expect(options.map(({ textContent }) => textContent).join()).not.toContain('Mateo')
  })

  it('refuses to resend an expired one when all seats are taken, and resends one that holds its seat', async () => {
    const { button, emails, stack } = await anInvitationsPage()
    // 1,204 users and four pending invitations.
    await stack.store.invitations.setSeats(stack.company, 1_208)
    await button(emails().at(-1) ?? '').click()
    await button('Resend invitation').click()
    await expect.element(page.getByText(/^All seats are taken/).first()).toBeVisible()
    await button(failed).click()
    await button('Resend invitation').click()
    await expect.element(page.getByText(/^You resent the invitation$/)).toBeVisible()
  })
})
