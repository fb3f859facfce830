import { HttpResponse, http } from 'msw'
import { beforeEach, describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { aStack } from '../hooks/a-stack.tsx'
import { aPage } from './a-page.tsx'
import { anInvitationsPage, failed } from './an-invitations-page.tsx'

beforeEach(() => page.viewport(1_280, 900))

type Page = Awaited<ReturnType<typeof anInvitationsPage>>

const answer = ({ stack }: Pick<Page, 'stack'>, body: object, status: number) =>
  stack.worker.use(
    http.get('*/roster-api/v1/invitations', () =>
      HttpResponse.json({ status, requestId: 'req-7', ...body }, { status }),
    ),
  )

describe('the states of the Invitations tab', () => {
  it('are placeholders while it loads, in the place of the rows', async () => {
    const stack = await aStack()
    const release = stack.hold()
    const { container, emails } = await anInvitationsPage({ stack })
    const top = () => container.querySelector('.roster-table-row')?.getBoundingClientRect().top
    await expect.poll(() => container.querySelectorAll('.roster-table-row').length).toBeGreaterThan(8)
    const before = top()
    release()
    await expect.poll(emails).toHaveLength(6)
    expect(top()).toBe(before)
  })

  it.each([
    ['users', 'The users couldn’t be loaded'],
    ['invitations', 'The invitations couldn’t be loaded'],
    ['idleLogout', 'Idle logout couldn’t be loaded'],
  ] as const)(
    'name a failure instead of nothing where the address has the tab %s and the session failed',
    async (tab, title) => {
      const stack = await aStack()
      stack.worker.use(
        http.all('*/roster-api/v1/*', () => HttpResponse.json({ code: 'internal' }, { status: 500 })),
      )
      const { container } = await aPage({ stack, width: 1_200, defaultView: { tab } })
      await expect.element(page.getByText(title)).toBeVisible()
      stack.worker.resetHandlers()
      await page.getByRole('button', { name: 'Try again' }).click()
      await expect.poll(() => container.querySelector('.roster-table-row, [role=switch]')).not.toBeNull()
      await expect.element(page.getByRole('tab', { name: 'Invitations 4' })).toBeVisible()
    },
  )

  it('name a search on its way over rows that are dimmed and cannot be selected', async () => {
    const { table, stack, searchInvitations, check, emails } = await anInvitationsPage()
    const release = stack.hold()
    await searchInvitations('novak')
    await expect.element(page.getByText('Searching for “novak”…')).toBeVisible()
    expect(table()?.hasAttribute('data-waiting')).toBe(true)
    expect(emails()).toHaveLength(6)
    await check(failed).click({ force: true })
    expect(document.querySelector('.roster-bulk-bar')).toBe(null)
    release()
    await expect.poll(emails).toEqual([failed])
    expect(table()?.hasAttribute('data-waiting')).toBe(false)
  })

  it('say which search has failed, with Try again', async () => {
    const shown = await anInvitationsPage()
    answer(shown, { code: 'internal' }, 502)
    await shown.searchInvitations('novak')
    await expect.element(page.getByText('The search for “novak” failed')).toBeVisible()
    await expect.element(page.getByText('Request req-7')).toBeVisible()
    shown.stack.worker.resetHandlers()
    await shown.button('Try again').click()
    await expect.poll(shown.emails).toEqual([failed])
  })

  it('count down after too many searches', async () => {
    const shown = await anInvitationsPage()
    answer(shown, { code: 'rate_limited', retryAfter: 30 }, 429)
    await shown.searchInvitations('novak')
    await expect.element(page.getByText('Too many searches in a short time')).toBeVisible()
    await expect.element(page.getByText(/The search for “novak” runs again in 0:(30|29)/)).toBeVisible()
  })

  it('keep the rows while offline, and say when they were loaded', async () => {
    const { setOnline, emails } = await anInvitationsPage()
    setOnline(false)
    await expect.element(page.getByText('You’re offline.', { exact: true })).toBeVisible()
    await expect.element(page.getByText(/^Showing what was loaded at/)).toBeVisible()
    expect(emails()).toHaveLength(6)
    setOnline(true)
    await expect.element(page.getByText('You’re offline.', { exact: true })).not.toBeInTheDocument()
  })

  it('keep the rows when they can’t be loaded again', async () => {
    const shown = await anInvitationsPage()
    answer(shown, { code: 'unavailable' }, 503)
    shown.stack.clock.advance(60_000)
    shown.stack.comeBack()
    await expect.element(page.getByText(/^Showing what was loaded at/)).toBeVisible()
    expect(shown.emails()).toHaveLength(6)
    shown.stack.worker.resetHandlers()
    await shown.button('Try again').click()
    await expect.element(page.getByText(/^Showing what was loaded at/)).not.toBeInTheDocument()
  })

  it('offer Invite user where nobody is invited', async () => {
    const stack = await aStack({ scenario: ['many', 'empty'] })
    await anInvitationsPage({ stack })
    await expect.element(page.getByText('People you invite are listed here until they join.')).toBeVisible()
    expect(page.getByRole('button', { name: 'Invite user' }).elements()).toHaveLength(2)
  })

  it('have no control for what a port leaves out', async () => {
    const stack = await aStack()
    const { delete: _, ...others } = stack.api.invitations
    Object.assign(stack.api, { invitations: others })
    const { check, button, emails } = await anInvitationsPage({ stack })
    await expect.poll(emails).toHaveLength(6)
    await check(failed).click()
    await expect.element(button('Resend invitations')).toBeVisible()
    await expect.element(button('Delete invitations')).not.toBeInTheDocument()
  })

  it('name the missing permission instead of the tab', async () => {
    const stack = await aStack({ scenario: ['many', 'forbidden'] })
    await anInvitationsPage({ stack })
    await expect.element(page.getByText(/^You can’t see the users/)).toBeVisible()
    await expect.element(page.getByRole('tab', { name: /^Invitations/ })).not.toBeInTheDocument()
  })

  it('turn at the moment when an invitation expires, without a request', async () => {
    const { stack, row, tab, check, emails } = await anInvitationsPage()
    await expect.element(tab).toHaveTextContent('Invitations4')
    await expect.poll(stack.waiting).toBe(0)
    const { length } = stack.requests
    // It was sent five days ago, for a week. The backend's clock goes on while the page mounts, which takes seconds on a
    // slow machine, and the page's clock stands.
    const rest = 2 * 86_400_000
    stack.clock.advance(rest - 60_000)
    expect((await row(failed).findElement()).textContent).not.toContain('Expired')
    await expect.element(tab).toHaveTextContent('Invitations4')
    stack.clock.advance(60_000)
    await expect.poll(() => row(failed).element().textContent).toContain('Expired')
    // The tab sets its next timer after it has rendered.
    await expect
      .poll(() => {
        stack.clock.advance(0)
        return tab.element().textContent
      })
      .toBe('Invitations3')
    expect(emails()).toHaveLength(6)
    await expect.element(page.getByText('1 change,').first()).toBeVisible()
    const paths = stack.requests.slice(length).map(({ url }) => new URL(url).pathname)
    expect(paths.filter((path) => path.includes('/invitations'))).toEqual([])
    await expect.element(check(failed)).toBeVisible()
  })
})

describe('a narrow Invitations tab', () => {
  it('shows delivery below the address and the expiry at the end, and filters in a sheet', async () => {
    await page.viewport(390, 844)
    const { emails, row, group, button, container } = await anInvitationsPage({ width: 390, height: 844 })
    expect((await row(failed).findElement()).textContent).toMatch(/Failed: mailbox full.*in 2 days/)
    expect(group()).toBe('Expired 2')
    expect(container.querySelector('.roster-table')?.getAttribute('data-size')).toBe('narrow')
    await button('Filter').click()
    const sheet = page.getByRole('dialog')
    ;((await sheet.getByRole('checkbox', { name: 'Expired' }).findElement()) as HTMLElement).click()
    await expect.poll(emails).toHaveLength(2)
    await sheet.getByRole('combobox', { name: /^Sort by/ }).click()
    await page.getByRole('option', { name: 'Email, A to Z' }).click()
    await expect.poll(() => emails()[0]).toMatch(/^britta/)
  })

  it('has short labels in the bar', async () => {
    await page.viewport(390, 844)
    const { check, button } = await anInvitationsPage({ width: 390, height: 844 })
    await check(failed).click()
    await expect.element(button('Resend').first()).toBeVisible()
    await expect.element(button('Delete').first()).toBeVisible()
  })
})
