import { HttpResponse, http } from 'msw'
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { addUser } from '../../backend/core/invitations/add-user.ts'
import { aStack } from '../hooks/a-stack.tsx'
import { anInvitationsPage, failed } from './an-invitations-page.tsx'

beforeEach(() => page.viewport(1_280, 900))

describe('the Invitations tab', () => {
  it('counts what is pending, and lists expired ones last under a heading, in every order', async () => {
    const { tab, emails, group, table } = await anInvitationsPage()
    await expect.element(tab).toHaveTextContent('Invitations4')
    await expect.element(page.getByText('6 invitations')).toBeVisible()
    expect(group()).toBe('Expired 2')
    await expect.element(page.getByText('Failed: mailbox full')).toBeVisible()
    const expired = () => emails().slice(4).join()
    for (const head of ['Email', 'Expires', 'Sent']) {
      const heading = page.getByRole('columnheader', { name: head })
      for (let press = 0; press < 2; press += 1) {
        const before = (await heading.findElement()).getAttribute('aria-sort')
        await heading.getByRole('button').click()
        await expect.poll(() => heading.element().getAttribute('aria-sort')).not.toBe(before)
        await expect.poll(() => table()?.getAttribute('aria-busy')).toBe('false')
        expect(expired()).toMatch(/^(noura|britta).*(noura|britta)/)
        expect(group()).toBe('Expired 2')
      }
    }
  })

  it('puts the heading before the first expired row, and Arrow keys pass over it', async () => {
    const { container, button, emails } = await anInvitationsPage()
    const heading = container.querySelector('.roster-table-group')
    const next = heading?.nextElementSibling
    expect(next?.getAttribute('aria-rowindex')).toBe('6')
    expect(heading?.getBoundingClientRect().bottom).toBeCloseTo(next?.getBoundingClientRect().top ?? 0, 0)
    ;(await button(failed).findElement()).focus()
    await userEvent.keyboard('{ArrowDown}')
    expect(document.activeElement?.textContent).toBe(emails()[4])
  })

  it('filters by status, delivery, and who has invited, and clears what finds nothing', async () => {
    const { emails, group, button, row } = await anInvitationsPage()
    await button('Status').click()
    await page.getByRole('option', { name: 'Expired' }).click()
    await expect.poll(emails).toHaveLength(2)
    expect(group()).toBe('Expired 2')
    await page.getByRole('option', { name: 'Pending' }).click()
    await expect.poll(emails).toHaveLength(6)
    await page.getByRole('option', { name: 'Expired' }).click()
    await expect.poll(emails).toHaveLength(4)
    expect(group()).toBe(undefined)
    await userEvent.keyboard('{Escape}')
    await button('Delivery').click()
    await page.getByRole('option', { name: 'Failed' }).click()
    await expect.poll(emails).toEqual([failed])
    await expect.element(page.getByText('1 of 6')).toBeVisible()
    await userEvent.keyboard('{Escape}')
    await button(/^Status/)
      .first()
      .click()
    await page.getByRole('option', { name: 'Expired' }).click()
    await page.getByRole('option', { name: 'Pending' }).click()
    await userEvent.keyboard('{Escape}')
    await expect.element(page.getByText('No invitation matches these filters.')).toBeVisible()
    await button('Clear search and filters').click()
    await expect.poll(emails).toHaveLength(6)
    await button('Invited by').last().click()
    const inviter = page.getByRole('option').first()
    const name = (await inviter.findElement()).textContent ?? ''
    await inviter.click()
    await expect.poll(() => emails().length).toBeLessThan(6)
    for (const email of emails()) expect((await row(email ?? '').findElement()).textContent).toContain(name)
  })

  it('offers everyone who has invited someone, also if their invitations are far down the list', async () => {
    const stack = await aStack()
    const { rows } = await stack.api.invitations.list({ limit: 6 })
    const names = new Set(rows.flatMap((one) => ('invitedBy' in one && one.invitedBy?.name) || []))
    const newer = Array.from({ length: 150 }, (_, index) => `newer${index}@acme.example`)
    await stack.api.invitations.invite({ emails: newer }, { intent: crypto.randomUUID() })
    const { button, tab } = await anInvitationsPage({ stack })
    await expect.element(tab).toHaveTextContent('Invitations154')
    await button('Invited by').last().click()
    for (const name of names) await expect.element(page.getByRole('option', { name })).toBeVisible()
  })

  it('is searched from anywhere by /, and says how many were found', async () => {
    const { emails, searchInvitations, announced } = await anInvitationsPage()
    await userEvent.keyboard('/')
    await expect.element(page.getByRole('textbox', { name: 'Search invitations' })).toHaveFocus()
    await searchInvitations('novak')
    await expect.poll(emails).toEqual([failed])
    await expect.poll(announced).toBe('1 invitation found')
    await userEvent.keyboard('{Escape}')
    await expect.poll(emails).toHaveLength(6)
  })

  it('hides a column, and shows the density that was chosen', async () => {
    const { table, button } = await anInvitationsPage()
    await button('Table options').click()
    await page.getByRole('menuitemcheckbox', { name: 'Invited by' }).click()
    await expect.element(page.getByRole('columnheader', { name: 'Invited by' })).not.toBeInTheDocument()
    await page.getByRole('menuitemradio', { name: 'Compact' }).click()
    expect(table()?.getAttribute('data-density')).toBe('compact')
  })

  it('deletes with a confirmation, and invites again with the same role', async () => {
    const { check, button, dialog, emails, tab, row } = await anInvitationsPage()
    await check(failed).click()
    await button('Delete invitations').click()
    await expect.element(dialog.getByRole('heading', { level: 2 })).toHaveTextContent('Delete 1 invitation?')
    await expect.element(dialog.getByText(/stops working at once/)).toBeVisible()
    await expect.element(dialog.getByText('Billing')).toBeVisible()
    await dialog.getByRole('button', { name: 'Delete 1 invitation' }).click()
    await expect.poll(emails).not.toContain(failed)
    await expect.element(tab).toHaveTextContent('Invitations3')
    await button('Invite again').click()
    await expect.poll(emails).toContain(failed)
    await expect.poll(() => row(failed).element().textContent).toContain('Billing desk')
  })

  it('says in the question that emails which are still queued are not sent', async () => {
    const { button, dialog, emails } = await anInvitationsPage()
    await page.getByRole('checkbox', { name: 'Select all' }).click()
    await button('Delete invitations').click()
    await expect.element(dialog.getByText('1 email is still queued and won’t be sent')).toBeVisible()
    await dialog.getByRole('button', { name: 'Delete 6 invitations' }).click()
    await expect.element(page.getByText('People you invite are listed here until they join.')).toBeVisible()
    await button('Invite again').click()
    await expect.poll(() => emails().length).toBe(6)
  })

  it('invites those again who were deleted, although an earlier question loads its people later', async () => {
    const { check, button, dialog, emails, stack, searchInvitations } = await anInvitationsPage()
    const { promise: gate, resolve: open } = Promise.withResolvers<void>()
    onTestFinished(() => open())
    stack.worker.use(
      http.get('*/roster-api/v1/invitations', async ({ request }) => {
        if (new URL(request.url).searchParams.get('limit') === '200') await gate
      }),
    )
    await searchInvitations('novak')
    await expect.poll(emails).toEqual([failed])
    await page.getByRole('checkbox', { name: 'Select all' }).click()
    await button('Delete invitations').click()
    await dialog.getByRole('button', { name: 'Cancel' }).click()
    await searchInvitations('giulia')
    await expect.poll(() => emails().join()).toMatch(/^giulia[^,]*$/)
    const [giulia = ''] = emails()
    await check(giulia).click()
    await button('Delete invitations').click()
    open()
    await dialog.getByRole('button', { name: 'Delete 1 invitation' }).click()
    await button('Invite again').click()
    await expect.poll(emails).toEqual([giulia])
    const bodies = stack.requests.filter(
      ({ method, url }) => method === 'POST' && url.endsWith('/invitations'),
    )
    expect(await bodies[0]?.clone().json()).toMatchObject({ emails: [giulia] })
  })

  it('deletes the focused row by Delete, and moves the focus to the next one', async () => {
    const { button, dialog, emails } = await anInvitationsPage()
    const [first, second] = emails()
    button(first ?? '')
      .element()
      .focus()
    await userEvent.keyboard('{Delete}')
    await dialog.getByRole('button', { name: 'Delete 1 invitation' }).click()
    await expect.poll(emails).not.toContain(first)
    await expect.poll(() => document.activeElement?.textContent).toBe(second)
  })

  it('resends the selected ones, lists those in their cooldown, and retries them when it is over', async () => {
    let ahead = 0
    const now = () => Date.now() + ahead
    const sinceStart = performance.now.bind(performance)
    const monotonic = vi.spyOn(performance, 'now').mockImplementation(() => sinceStart() + ahead)
    onTestFinished(() => monotonic.mockRestore())
    const stack = await aStack({ clock: now })
    const { check, button, dialog, emails, idOf } = await anInvitationsPage({ stack, now })
    await expect.poll(emails).toHaveLength(6)
    const [, giulia = ''] = emails()
    await stack.api.invitations.resend(await idOf(giulia), { intent: crypto.randomUUID() })
    await check(failed).click()
    await check(giulia).click()
    await button('Resend invitations').click()
    await expect
      .element(dialog.getByRole('heading', { level: 2 }))
      .toHaveTextContent('1 of 2 invitations weren’t resent')
    await expect.element(dialog.getByText(giulia)).toBeVisible()
    await expect.element(dialog.getByText(/sent a moment ago/)).toBeVisible()
    await expect
      .element(dialog.getByRole('button', { name: /^Retry 1 failed ?again in (1:00|0:\d\d)$/ }))
      .toHaveAttribute('aria-disabled', 'true')
    ahead = 60_000
    stack.clock.advance(60_000)
    await dialog.getByRole('button', { name: 'Retry 1 failed', exact: true }).click()
    await expect.element(dialog).not.toBeInTheDocument()
    // This is said of the first change, which the retry takes the place of.
    await expect.element(page.getByText('1 invitation resent').first()).toBeInTheDocument()
    const id = await idOf(giulia)
    const resent = async () => {
      const { entries } = await stack.api.invitations.activity(id)
      return entries.filter(({ action }) => action === 'invitation_resent')
    }
    await expect.poll(resent).toHaveLength(2)
  })

  it('says in the bar when all that are selected can be sent again', async () => {
    const { check, button, row } = await anInvitationsPage()
    await check(failed).click()
    await button('Resend invitations').click()
    await expect.element(page.getByText('1 invitation resent').first()).toBeInTheDocument()
    await expect.poll(() => document.querySelector('.roster-bulk-bar')).toBe(null)
    await expect.poll(() => row(failed).element().textContent).toMatch(/NowQueued/)
    await check(failed).click()
    await expect
      .element(button(/^Resend invitations ?again in \d:\d\d$/))
      .toHaveAttribute('aria-disabled', 'true')
  })

  it('can be resent if only those in their cooldown are on screen, and others are selected too', async () => {
    const { stack, check, button, emails, idOf, searchInvitations } = await anInvitationsPage()
    const [, giulia = ''] = emails()
    await stack.api.invitations.resend(await idOf(giulia), { intent: crypto.randomUUID() })
    await check(failed).click()
    await searchInvitations(giulia)
    await expect.poll(emails).toEqual([giulia])
    await check(giulia).click()
    await expect.element(page.getByText(/^2 selected/)).toBeVisible()
    await expect.element(button('Resend invitations')).not.toHaveAttribute('aria-disabled')
    await check(giulia).click()
    await searchInvitations('')
    await check(failed).click()
    await check(giulia).click()
    await expect.element(button(/^Resend invitations ?again in/)).toHaveAttribute('aria-disabled', 'true')
  })

  it('says why a resend can’t begin', async () => {
    const { check, button, dialog, stack } = await anInvitationsPage()
    stack.worker.use(
      http.post('*/roster-api/v1/selections', () =>
        HttpResponse.json({ code: 'unavailable', status: 503, requestId: 'req-7' }, { status: 503 }),
      ),
    )
    await check(failed).click()
    await button('Resend invitations').click()
    await expect
      .element(dialog.getByText('The list of invitations couldn’t be prepared. Nothing has changed.'))
      .toBeVisible()
    await dialog.getByRole('button', { name: 'Cancel' }).click()
    await expect.element(page.getByText('1 selected')).toBeVisible()
  })

  it('loses a person who joins while it is shown, and Users gains one', async () => {
    const { emails, stack, tab, button, count } = await anInvitationsPage()
    await expect.element(page.getByRole('tab', { name: 'Users 1,204' })).toBeVisible()
    const added = await addUser(stack.store, stack.company, { email: failed, name: 'K. Novak' })
    expect(added.ok).toBe(true)
    stack.clock.advance(60_000)
    stack.comeBack()
    await button('refresh').click()
    await expect.poll(emails).not.toContain(failed)
    await expect.element(tab).toHaveTextContent('Invitations3')
    await page.getByRole('tab', { name: /^Users/ }).click()
    await expect.poll(count).toBe('1,205 users')
  })
})
