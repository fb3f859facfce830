import { HttpResponse, http } from 'msw'
import { beforeEach, describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { aPage } from './a-page.tsx'

beforeEach(() => page.viewport(1_280, 900))

const dialog = page.getByRole('dialog', { name: 'Invite user' })
const field = dialog.getByRole('textbox', { name: 'Email addresses' })
const press = (name: string | RegExp) => dialog.getByRole('button', { name }).click()
const tab = (name: RegExp) => page.getByRole('tab', { name })
const pending = 'k.novak@partners.example'
const gone = { code: 'role_not_found', status: 422, requestId: 'req-1' }

async function openDialog(onTab: 'users' | 'invitations' = 'users') {
  const screen = await aPage({ defaultView: { tab: onTab }, width: 1_200 })
  const button = page.getByRole('button', { name: 'Invite user' })
  await expect.element(button).not.toHaveAttribute('aria-disabled')
  await button.click()
  await expect.element(field).toHaveFocus()
  // The draft of an earlier test is kept for this viewer.
  for (const left of dialog.getByRole('button', { name: /^Remove / }).elements())
    (left as HTMLElement).click()
  return { ...screen, button }
}

/** Types addresses, and lets them be checked. */
async function enter(stack: { rest(): void }, ...emails: string[]) {
  for (const email of emails) {
    await field.fill(email)
    await (await field.findElement()).dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }),
    )
  }
  stack.rest()
}

describe('Invite user', () => {
  it('names a user’s role, and opens the user from either tab', async () => {
    const { stack } = await openDialog('invitations')
    const { rows } = await stack.api.users.list({ offset: 3, limit: 1 })
    const [user] = rows
    if (!user || !('email' in user)) throw new Error('There is no user.')
    await enter(stack, user.email)
    await expect.element(dialog.getByText(`Already a user, role ${user.role.name}`)).toBeVisible()
    await press(`Open the user ${user.email}`)
    await expect.element(dialog).not.toBeInTheDocument()
    await expect.element(tab(/^Users/)).toHaveAttribute('aria-selected', 'true')
    await expect.element(page.getByRole('heading', { name: user.name })).toBeVisible()
  })

  it('sends a pending invitation again, and takes its address out of the field', async () => {
    const { stack } = await openDialog()
    await enter(stack, pending)
    await expect.element(dialog.getByText(/^Already invited on /)).toBeVisible()
    await press(`Resend the invitation to ${pending}`)
    await expect.element(dialog.getByText(/^Already invited on /)).not.toBeInTheDocument()
    expect(stack.requests.some(({ url }) => url.endsWith('/resend'))).toBe(true)
  })

  it('opens the invitation of someone whom another person has just invited', async () => {
    const { stack } = await openDialog()
    const email = 'meanwhile@acme.example'
    await enter(stack, email, 'lin@acme.example')
    await stack
      .apiOf(stack.company, stack.token)
      .invitations?.invite?.({ emails: [email] }, { intent: 'other' })
    await press('Invite 2 users')
    await expect.element(dialog.getByText('1 of 2 users invited.')).toBeVisible()
    await press(`Open the invitation to ${email}`)
    await expect.element(tab(/^Invitations/)).toHaveAttribute('aria-selected', 'true')
    await expect.element(page.getByRole('heading', { name: email })).toBeVisible()
  })

  it('sends what it shows after the chosen role was deleted', async () => {
    const { stack } = await openDialog()
    const role = dialog.getByRole('combobox', { name: /^Role/ })
    await role.click()
    await page.getByRole('option', { name: /^Supervisor/ }).click()
    await enter(stack, 'lin@acme.example')
    const { roles } = await stack.api.roles.list()
    stack.worker.use(
      http.get('*/v1/roles', () =>
        HttpResponse.json({ roles: roles.filter(({ name }) => name !== 'Supervisor') }),
      ),
      http.post('*/v1/invitations', () => HttpResponse.json(gone, { status: 422 }), {
        once: true,
      }),
    )
    await press('Invite 1 user')
    await expect.poll(() => role.element().textContent).toMatch(/Agent/)
    await press('Invite 1 user')
    await expect.element(dialog).not.toBeInTheDocument()
    const sent = stack.requests.filter(({ method, url }) => method === 'POST' && url.endsWith('/invitations'))
    expect(await sent.at(-1)?.clone().json()).toEqual({ emails: ['lin@acme.example'] })
  })

  it('changes nothing of what is sent while it is being sent', async () => {
    const { stack } = await openDialog()
    await enter(stack, 'new.one@partners.example')
    const release = stack.hold()
    await press('Invite 1 user')
    await expect.element(dialog.getByRole('button', { name: 'Stop inviting' })).toBeVisible()
    for (const choice of ['.roster-invite-choices [role=combobox]', '.roster-teams-open']) {
      const control = document.querySelector<HTMLElement>(choice)
      expect(control?.getAttribute('aria-disabled')).toBe('true')
      control?.click()
      expect(control?.getAttribute('aria-expanded')).toBe('false')
    }
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', 'two@partners.example')
    const paste = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
    field.element().dispatchEvent(paste)
    release()
    await expect.element(dialog).not.toBeInTheDocument()
  })

  it('shows who was invited in the list and in the tab’s count', async () => {
    const { stack } = await openDialog('invitations')
    await expect.element(tab(/^Invitations/)).toHaveTextContent('Invitations4')
    await enter(stack, 'lin@acme.example')
    await press('Invite 1 user')
    await expect.element(dialog).not.toBeInTheDocument()
    await expect.element(tab(/^Invitations/)).toHaveTextContent('Invitations5')
    await expect.element(page.getByRole('row', { name: /lin@acme\.example/ })).toBeVisible()
  })

  it('stays open while typed lines have no address, and after the others were invited (V19)', async () => {
    const { stack } = await openDialog()
    await enter(stack, 'lin@acme.example')
    await field.fill('bob\ncarol')
    await press(/^Invite 1 user/)
    await expect.element(dialog.getByText('2 lines have no address:')).toBeVisible()
    await press(/^Invite 1 user/)
    await expect.element(dialog.getByText('1 user invited')).toBeVisible()
    await expect.element(dialog.getByText('carol')).toBeVisible()
    await press('Remove these lines')
    await expect.element(dialog.getByText('carol')).not.toBeInTheDocument()
  })
})
