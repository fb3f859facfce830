import { HttpResponse, http } from 'msw'
import { beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { everyInvitation } from '../backend/suite/every-invitation.ts'
import { aPage } from './a-page.tsx'

beforeEach(() => page.viewport(1_280, 900))

const bar = page.getByRole('toolbar', { name: 'Selection' })
const counted = () => document.querySelector('.roster-bulk-count')?.textContent
const check = (name: string) => page.getByRole('checkbox', { name: `Select ${name}`, exact: true })
const all = page.getByRole('checkbox', { name: 'Select all' })
const dialog = page.getByRole('alertdialog')
const button = (name: string | RegExp) => page.getByRole('button', { name })

async function aDeletePage(options?: Parameters<typeof aPage>[0]) {
  const screen = await aPage(options)
  await expect.poll(screen.count).toBe('1,204 users')
  await expect.poll(() => screen.names().length).toBeGreaterThan(5)
  const names = screen.names().filter((name) => name !== null)
  return { ...screen, at: (index: number) => names[index] ?? '' }
}

describe('deleting users', () => {
  it('confirms, deletes three users, moves the focus to the next row, and undoes it', async () => {
    const screen = await aDeletePage()
    const gone = [screen.at(1), screen.at(2), screen.at(3)]
    for (const name of gone) await check(name).click()
    await expect.poll(counted).toBe('3 selected')
    await button('Delete users').click()
    await expect.element(dialog.getByRole('heading', { level: 2 })).toHaveTextContent('Delete 3 users?')
    await expect.element(dialog.getByRole('button', { name: 'Cancel' })).toHaveFocus()
    for (const name of gone) await expect.element(dialog.getByText(name)).toBeVisible()
    await dialog.getByRole('button', { name: 'Delete 3 users' }).click()
    await expect.poll(screen.count).toBe('1,201 users')
    await expect.element(dialog).not.toBeInTheDocument()
    expect(screen.names()).not.toContain(gone[0])
    await expect.poll(() => document.activeElement?.textContent).toBe(screen.at(4))
    await expect.element(bar).not.toBeInTheDocument()
    await button('Undo').click()
    await expect.poll(screen.count).toBe('1,204 users')
    await expect.poll(screen.names).toContain(gone[0])
  })

  it('deletes the pending invitations that they sent, if this is chosen', async () => {
    const screen = await aDeletePage()
    const { stack } = screen
    const { invitations } = await stack.store.invitations.list(stack.company, everyInvitation)
    const now = await stack.store.now()
    const open = invitations.filter(({ expiresAt }) => expiresAt > now)
    const inviter = open.find(({ email }) => email.startsWith('giulia.'))?.invitedBy
    const tab = page.getByRole('tab', { name: /^Invitations/ })
    await expect.element(tab).toHaveTextContent(`Invitations${open.length}`)
    await screen.searchFor(inviter?.name ?? '')
    await check(inviter?.name ?? '').click()
    await button('Delete users').click()
    await expect.element(dialog.getByText('1 pending invitation that they sent stays valid')).toBeVisible()
    await dialog.getByRole('checkbox', { name: 'Delete these too' }).click()
    await expect.element(dialog.getByText('1 pending invitation that they sent is deleted')).toBeVisible()
    await dialog.getByRole('button', { name: 'Delete 1 user' }).click()
    await expect
      .element(page.getByText('1 user and their pending invitations deleted').first())
      .toBeInTheDocument()
    await expect.element(tab).toHaveTextContent(`Invitations${open.length - 1}`)
  })

  it('deletes all that match, with the number typed, and skips the viewer with a reason', async () => {
    const screen = await aDeletePage()
    await all.click()
    await expect.poll(counted).toBe('All 1,204 that match are selected')
    await button('Delete users').click()
    await expect.element(dialog.getByRole('heading', { name: /^Delete 1,\d+ users\?$/ })).toBeVisible()
    const title = (await dialog.getByRole('heading', { level: 2 }).findElement()).textContent ?? ''
    const count = title.replace(/[^\d,]/g, '')
    await expect.element(dialog.getByText('You can’t do this to yourself. Ask another Admin.')).toBeVisible()
    const confirm = dialog.getByRole('button', { name: /^Delete 1,\d+ users$/ })
    await expect.element(confirm).toHaveAttribute('aria-disabled', 'true')
    await dialog.getByRole('textbox').fill(count)
    await confirm.click()
    await expect.poll(screen.count, { timeout: 20_000 }).toMatch(/^\d+ users?$/)
    await expect.element(page.getByText(`${count} users deleted`).first()).toBeInTheDocument()
  })

  it('deletes the focused row by Delete, and goes back to it by Escape', async () => {
    const screen = await aDeletePage()
    const name = screen.at(2)
    ;(await page.getByRole('button', { name, exact: true }).findElement()).focus()
    await userEvent.keyboard('{Delete}')
    await expect.element(dialog.getByRole('heading', { level: 2 })).toHaveTextContent(`Delete ${name}?`)
    await userEvent.keyboard('{Escape}')
    await expect.element(page.getByRole('button', { name, exact: true })).toHaveFocus()
    await userEvent.keyboard('{Delete}')
    await expect.element(dialog.getByRole('button', { name: 'Cancel' })).toHaveFocus()
    await expect
      .element(dialog.getByRole('button', { name: 'Delete 1 user' }))
      .not.toHaveAttribute('aria-disabled')
    await userEvent.keyboard('{Tab}{Enter}')
    await expect.poll(screen.count).toBe('1,203 users')
    await expect.poll(() => document.activeElement?.textContent).toBe(screen.at(3))
  })

  it('deletes from the panel, which closes', async () => {
    const screen = await aDeletePage()
    const name = screen.at(3)
    await page.getByRole('button', { name, exact: true }).click()
    await page.getByRole('complementary').getByRole('button', { name: 'Delete user' }).click()
    await dialog.getByRole('button', { name: 'Delete 1 user' }).click()
    await expect.poll(screen.count).toBe('1,203 users')
    await expect.element(page.getByRole('complementary')).not.toBeInTheDocument()
    await expect.poll(() => document.activeElement?.textContent).toBe(screen.at(4))
  })

  it('continues on its own after the connection was lost, and deletes no one twice', async () => {
    const screen = await aDeletePage()
    let lost = 0
    screen.stack.worker.use(
      http.post('*/roster-api/v1/selections/:id/chunks', () => {
        lost += 1
        return lost <= 2 ? HttpResponse.error() : undefined
      }),
    )
    for (const index of [1, 2]) await check(screen.at(index)).click()
    await button('Delete users').click()
    await dialog.getByRole('button', { name: 'Delete 2 users' }).click()
    await expect
      .element(dialog.getByText('Waiting for the connection. It continues automatically.'))
      .toBeVisible()
    await expect
      .poll(() => {
        screen.stack.clock.advance(10_000)
        return screen.count()
      })
      .toBe('1,202 users')
    expect(lost).toBe(3)
  })

  it('pauses when the permission is revoked, and says what was done', async () => {
    const screen = await aDeletePage()
    screen.stack.worker.use(
      http.post('*/roster-api/v1/selections/:id/chunks', () =>
        HttpResponse.json({ code: 'missing_permission', status: 403 }, { status: 403 }),
      ),
    )
    for (const index of [1, 2]) await check(screen.at(index)).click()
    await button('Delete users').click()
    await dialog.getByRole('button', { name: 'Delete 2 users' }).click()
    await expect
      .element(dialog.getByRole('heading', { level: 2 }))
      .toHaveTextContent('0 of 2 users are deleted.')
    await expect
      .element(dialog.getByRole('alert'))
      .toHaveTextContent('Your role doesn’t allow this. Ask one of your Admins for access.')
    screen.stack.worker.resetHandlers()
    await dialog.getByRole('button', { name: 'Continue' }).click()
    await expect.poll(screen.count).toBe('1,202 users')
  })

  it.each(['the freezing', 'a step'])(
    'turns to the denied page at once when %s is refused',
    async (which) => {
      const screen = await aDeletePage()
      const session = await screen.stack.api.session.get()
      const refusal = { code: 'missing_permission', status: 403, params: { permission: 'Manage users' } }
      const { viewer } = session
      const denied = { allowed: false, reason: 'missing_permission', params: refusal.params }
      const deny = () => {
        screen.stack.worker.use(
          http.get('*/roster-api/v1/session', () =>
            HttpResponse.json({
              ...session,
              viewer: { ...viewer, actions: { ...viewer.actions, manageUsers: denied } },
            }),
          ),
          http.post('*/roster-api/v1/selections*', () => HttpResponse.json(refusal, { status: 403 })),
          http.post('*/roster-api/v1/selections/:id/chunks', () =>
            HttpResponse.json(refusal, { status: 403 }),
          ),
        )
      }
      for (const index of [1, 2]) await check(screen.at(index)).click()
      if (which === 'the freezing') deny()
      await button('Delete users').click()
      if (which === 'a step') {
        await expect.element(dialog.getByRole('button', { name: 'Delete 2 users' })).toBeVisible()
        deny()
        await dialog.getByRole('button', { name: 'Delete 2 users' }).click()
      }
      await expect.element(page.getByText(/^You can’t see the users of/)).toBeVisible()
      expect(dialog.elements()).toEqual([])
    },
  )

  it('changes the role of many, and adds them to a team', async () => {
    const screen = await aDeletePage()
    for (const index of [1, 2]) await check(screen.at(index)).click()
    await bar.getByRole('button', { name: 'Add to team' }).click()
    await page.getByRole('menuitem').first().click()
    await dialog.getByRole('button', { name: 'Add 2 users' }).click()
    await expect.element(page.getByText('2 users added').first()).toBeInTheDocument()
  })
})
