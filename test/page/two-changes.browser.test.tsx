import { HttpResponse, http } from 'msw'
import { beforeEach, describe, expect, it } from 'vitest'
import { type Locator, page } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { RosterProvider } from '../../src/page/RosterProvider.tsx'
import { UsersSettings } from '../../src/page/UsersSettings.tsx'
import { aStack } from '../hooks/a-stack.tsx'
import { aPage } from './a-page.tsx'
import { anInvitationsPage, failed } from './an-invitations-page.tsx'

beforeEach(() => page.viewport(1_280, 900))

const check = (name: string) => page.getByRole('checkbox', { name: `Select ${name}`, exact: true })
const dialog = page.getByRole('alertdialog')
const button = (name: string | RegExp) => page.getByRole('button', { name })
const names = () => [...document.querySelectorAll('.roster-user-name')].map((name) => name.textContent ?? '')

/** Presses one after the other, before the progress of the first is shown. */
function pressAtOnce(...controls: Locator[]) {
  for (const control of controls) {
    const element = control.element() as HTMLElement
    element.focus()
    element.click()
  }
}

/** Deletes the second user of the list, and returns the name. */
async function deleteSecond() {
  await expect.poll(() => names().length).toBeGreaterThan(5)
  const [, name = ''] = names()
  await check(name).click()
  await button('Delete users').click()
  await dialog.getByRole('button', { name: 'Delete 1 user' }).click()
  await expect.element(button('Undo')).toBeInTheDocument()
  return name
}

/** The next step of a change ends with one row that failed. */
function failNext(
  { worker }: Awaited<ReturnType<typeof aStack>>,
  end: { resource: string; kind: string; done: number; row: { id: string; name: string; code: string } },
) {
  const { resource, kind, done, row } = end
  const answer = (id: string) => ({
    selection: {
      id,
      resource,
      action: { kind },
      state: 'done',
      total: done + 1,
      allowed: done + 1,
      position: done + 1,
      done,
      failed: 1,
      madeBy: { id: 'me' },
      madeAt: '2026-01-01T00:00:00.000Z',
    },
    failed: [row],
  })
  worker.use(
    http.post(
      '*/roster-api/v1/selections/:id/chunks',
      ({ params }) => HttpResponse.json(answer(String(params.id))),
      { once: true },
    ),
  )
}

describe('a change that ends while another one is asked about', () => {
  it('leaves the question open, and returns the focus to where it was', async () => {
    const screen = await aPage()
    await deleteSecond()
    const [, , , other = ''] = names()
    await check(other).click()
    await expect.element(button('Delete users')).toBeVisible()
    const release = screen.stack.hold()
    pressAtOnce(button('Undo'), button('Delete users'))
    await expect.element(dialog).toBeVisible()
    release()
    await expect.poll(screen.count).toBe('1,204 users')
    await expect.element(dialog.getByText(other, { exact: true })).toBeVisible()
    await dialog.getByRole('button', { name: 'Cancel' }).click()
    await expect.element(button('Delete users')).toHaveFocus()
  })

  it('shows afterwards who was not restored', async () => {
    const screen = await aPage()
    const name = await deleteSecond()
    const [, , , other = ''] = names()
    const row = { id: 'gone', name, code: 'already_invited' }
    failNext(screen.stack, { resource: 'users', kind: 'undo', done: 0, row })
    await check(other).click()
    await expect.element(button('Delete users')).toBeVisible()
    const release = screen.stack.hold()
    pressAtOnce(button('Undo'), button('Delete users'))
    release()
    await expect.element(dialog.getByText(other, { exact: true })).toBeVisible()
    await dialog.getByRole('button', { name: 'Cancel' }).click()
    await expect.element(dialog.getByText(name, { exact: true })).toBeVisible()
    await dialog.getByRole('button', { name: 'Close' }).click()
    await expect.element(dialog).not.toBeInTheDocument()
  })
})

describe('a selection', () => {
  it('keeps what was picked while it was resent', async () => {
    const { stack, emails } = await anInvitationsPage()
    const [, other = ''] = emails()
    await check(failed).click()
    await expect.element(button('Resend invitations')).toBeVisible()
    const release = stack.hold()
    pressAtOnce(button('Resend invitations'), check(other))
    release()
    await expect.element(page.getByText('1 invitation resent').first()).toBeInTheDocument()
    await expect.element(check(other)).toBeChecked()
    await expect.element(check(failed)).not.toBeChecked()
  })
})

describe('the result of a change', () => {
  it('offers to invite those again who were deleted, although the others are retried', async () => {
    const { stack, emails, idOf } = await anInvitationsPage()
    const [, other = ''] = emails()
    await check(failed).click()
    await check(other).click()
    await button('Delete invitations').click()
    const row = { id: await idOf(other), name: other, code: 'unavailable' }
    failNext(stack, { resource: 'invitations', kind: 'delete', done: 1, row })
    await dialog.getByRole('button', { name: 'Delete 2 invitations' }).click()
    await dialog.getByRole('button', { name: 'Retry 1 failed' }).click()
    await expect.element(page.getByText('1 invitation deleted').first()).toBeInTheDocument()
    await expect.element(button('Invite again')).toBeInTheDocument()
  })

  it('asks before it opens a user over a form that isn’t saved', async () => {
    const stack = await aStack()
    await render(
      <RosterProvider api={stack.api} environment={stack.environment} style={{ blockSize: 800 }}>
        <UsersSettings />
      </RosterProvider>,
    )
    const name = await deleteSecond()
    await page.getByRole('tab', { name: 'Idle logout' }).click()
    await page.getByRole('switch', { name: 'Log out inactive users automatically' }).click()
    failNext(stack, {
      resource: 'users',
      kind: 'undo',
      done: 0,
      row: { id: 'gone', name, code: 'changed_since' },
    })
    await button('Undo').click()
    await dialog.getByRole('button', { name: `Open ${name}` }).click()
    await expect.element(dialog).toHaveAccessibleName('Leave without saving?')
    await dialog.getByRole('button', { name: 'Keep editing' }).click()
    await expect.element(page.getByRole('tab', { name: 'Idle logout', selected: true })).toBeVisible()
  })
})
