import { describe, expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { seedCompany } from '../../mocks/people/seed-company.ts'
import { UsersSettings } from '../../src/page/UsersSettings.tsx'
import { aStack } from '../hooks/a-stack.tsx'
import { aPage } from './a-page.tsx'

describe('UsersSettings', () => {
  it('shows the company, a tab with a count, and the users', async () => {
    const page = await aPage()
    await expect.element(page.getByRole('tab', { name: 'Users 1,204' })).toBeVisible()
    await expect.element(page.getByText(/^Who can sign in to Acme Support/)).toBeVisible()
    await expect.poll(page.count).toBe('1,204 users')
    await page.searchFor(page.names()[0] ?? '')
    await expect.poll(page.count).toMatch(/ of 1,204$/)
  })

  it('keeps rows, counts and tab in place while loading', async () => {
    const stack = await aStack()
    const release = stack.hold()
    const page = await aPage({ stack })
    const top = () => page.container.querySelector('.roster-table-row')?.getBoundingClientRect().top
    await expect.poll(page.rows).toBeGreaterThan(8)
    const before = top()
    expect(page.names()).toEqual([])
    release()
    await expect.poll(page.count).toBe('1,204 users')
    expect(top()).toBe(before)
  })

  it('searches, announces the number of results, and scrolls to the top', async () => {
    const page = await aPage()
    await expect.poll(page.count).toBe('1,204 users')
    const scroll = page.container.querySelector('.roster-table-scroll')
    scroll?.scrollTo(0, 20_000)
    await expect.poll(() => page.names()[0]).not.toMatch(/^A/)
    await page.searchFor('an')
    await expect.poll(page.count).toMatch(/^\d+ of 1,204$/)
    expect(scroll?.scrollTop).toBe(0)
    expect(page.announced()).toMatch(/^\d+ users found$/)
    for (const name of page.names()) expect(name.length).toBeGreaterThan(0)
  })

  it('sorts by a column head, and back', async () => {
    const page = await aPage()
    await expect.poll(page.count).toBe('1,204 users')
    const [first] = page.names()
    const head = page.getByRole('columnheader', { name: 'User' })
    await expect.element(head).toHaveAttribute('aria-sort', 'ascending')
    await head.getByRole('button').click()
    await expect.element(head).toHaveAttribute('aria-sort', 'descending')
    await expect.poll(() => page.names()[0]).not.toBe(first)
    await head.getByRole('button').click()
    await expect.poll(() => page.names()[0]).toBe(first)
  })

  it('filters by role, names the filters when no one matches, and clears them all', async () => {
    const page = await aPage()
    await expect.poll(page.count).toBe('1,204 users')
    await page.getByRole('button', { name: 'Role', exact: true }).click()
    await page.getByRole('option', { name: /^Billing/ }).click()
    await userEvent.keyboard('{Escape}')
    await expect.poll(page.count).toMatch(/^\d+ of 1,204$/)
    await page.searchFor('nobody at all')
    await expect
      .element(page.getByText('Nobody with the role Billing has “nobody at all” in their name or email.'))
      .toBeVisible()
    expect(page.count()).toBe('0 of 1,204')
    await page.getByRole('button', { name: 'Clear search and filters' }).click()
    await expect.poll(page.count).toBe('1,204 users')
    await expect.element(page.search).toHaveValue('')
  })

  it('shows loading rows and no count after an empty list', async () => {
    const page = await aPage()
    await expect.poll(page.count).toBe('1,204 users')
    await page.searchFor('nobody at all')
    await expect.poll(page.count).toBe('0 of 1,204')
    const release = page.stack.hold()
    await page.searchFor('an')
    await expect.poll(page.rows).toBeGreaterThan(8)
    expect(page.names()).toEqual([])
    expect(page.count()).toBe('')
    release()
    await expect.poll(page.count).toMatch(/^\d+ of 1,204$/)
  })

  it('shows the error with its request id, and tries again', async () => {
    const stack = await aStack()
    const repair = stack.failUsers()
    const page = await aPage({ stack })
    await expect.element(page.getByRole('alert').filter({ hasText: 'couldn’t be loaded' })).toBeVisible()
    await expect.element(page.getByText('Request req-7')).toBeVisible()
    repair()
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect.poll(page.count).toBe('1,204 users')
  })

  it('keeps the rows under a banner when loading them again fails', async () => {
    const page = await aPage()
    await expect.poll(page.count).toBe('1,204 users')
    const before = page.names()
    const repair = page.stack.failUsers()
    page.stack.clock.advance(60_000)
    page.stack.comeBack()
    await expect.element(page.getByText(/^Showing what was loaded at/)).toBeVisible()
    expect(page.names()).toEqual(before)
    repair()
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect.element(page.getByText(/^Showing what was loaded at/)).not.toBeInTheDocument()
  })

  it('reports that there is no network, and shows absolute times', async () => {
    const page = await aPage()
    await expect.poll(page.count).toBe('1,204 users')
    page.setOnline(false)
    await expect.element(page.getByText('You’re offline.')).toBeVisible()
    expect(page.container.querySelector('.roster-table')?.textContent).not.toContain('min ago')
    page.setOnline(true)
    await expect.element(page.getByText('You’re offline.')).not.toBeInTheDocument()
  })

  it('names the permission that the viewer lacks, and offers to ask for it', async () => {
    const stack = await aStack()
    const agent = await memberWith(stack, 'agent')
    const onRequestAccess = vi.fn()
    const page = await aPage({ stack, token: agent, onRequestAccess })
    await expect.element(page.getByText('You can’t see the users of Acme Support')).toBeVisible()
    await expect.element(page.getByText('Manage users', { exact: true })).toBeVisible()
    expect(page.container.querySelector('table')).toBeNull()
    await page.getByRole('button', { name: 'Ask for access' }).click()
    expect(onRequestAccess).toHaveBeenCalledOnce()
  })

  it('offers changes instead of moving rows, and applies them', async () => {
    const stack = await aStack({ companies: [seedCompany({ now: Date.now(), count: 60 })] })
    const page = await aPage({ stack })
    await expect.poll(page.count).toBe('60 users')
    const before = page.names()
    const { rows } = await stack.api.users.list({ limit: 2 })
    await stack.change({ kind: 'delete_user', userId: rows[1]?.id ?? '' })
    stack.clock.advance(60_000)
    stack.comeBack()
    await expect.element(page.getByText(/^1 change,/).first()).toBeVisible()
    expect(page.names()).toEqual(before)
    await page.getByRole('button', { name: 'refresh' }).first().click()
    await expect.poll(() => page.names()[1]).toBe(before[2])
    await expect.poll(page.count).toBe('59 users')
    expect(page.announced()).toBe('Users refreshed')
  })

  it('can be used by keyboard alone', async () => {
    const onOpenUser = vi.fn()
    const page = await aPage({ onOpenUser })
    await expect.poll(page.count).toBe('1,204 users')
    await userEvent.keyboard('/')
    await expect.element(page.search).toHaveFocus()
    await userEvent.keyboard('zz')
    await userEvent.keyboard('{Escape}')
    await expect.element(page.search).toHaveValue('')
    page.container.querySelector<HTMLElement>('.roster-user-name')?.focus()
    await userEvent.keyboard('{End}')
    await expect.poll(() => document.activeElement?.closest('tr')?.getAttribute('aria-rowindex')).toBe('1205')
    await expect.poll(() => document.activeElement?.textContent).not.toBe('Loading')
    await userEvent.keyboard('{Enter}')
    await expect.poll(() => onOpenUser.mock.calls.length).toBe(1)
    expect(page.container.querySelector('[data-open] .roster-user-name')?.textContent).toBe(
      onOpenUser.mock.calls[0]?.[0].name,
    )
  })

  it('turns filters into one button in a narrow container', async () => {
    const page = await aPage({ width: 390 })
    await expect.poll(page.count).toBe('1,204 users')
    await expect.element(page.getByRole('button', { name: 'Role', exact: true })).not.toBeInTheDocument()
    await page.getByRole('button', { name: 'Filter' }).click()
    await page.getByRole('checkbox', { name: /^Supervisor/ }).click()
    await page.getByRole('button', { name: 'Close' }).click()
    await expect.poll(page.count).toMatch(/^\d+ of 1,204$/)
    await expect.element(page.getByRole('button', { name: 'Filter 1' })).toBeVisible()
  })

  it('searches a long list of teams in a narrow container', async () => {
    const page = await aPage({ width: 390 })
    await expect.poll(page.count).toBe('1,204 users')
    await page.getByRole('button', { name: 'Filter' }).click()
    const sheet = page.getByRole('dialog', { name: 'Sort and filter' })
    await sheet.getByRole('textbox', { name: /teams$/ }).fill('emea')
    const names = () => [...document.querySelectorAll('fieldset:last-of-type .roster-choice-title')]
    await expect.poll(() => names().map((name) => name.textContent)).toEqual(['Support EMEA'])
  })

  it('sorts in a narrow container, which has no column heads', async () => {
    const page = await aPage({ width: 390 })
    await expect.poll(page.count).toBe('1,204 users')
    const first = () => page.container.querySelector('.roster-user-name')?.textContent
    const before = first()
    await page.getByRole('button', { name: 'Filter' }).click()
    await page.getByRole('combobox', { name: /^Sort by/ }).click()
    await page.getByRole('option', { name: 'Name, Z to A' }).click()
    await page.getByRole('button', { name: 'Close' }).click()
    await expect.poll(first).not.toBe(before)
  })

  it('draws only visible rows, each user once, when a backend sends too many', async () => {
    const stack = await aStack()
    stack.spoil((body) => {
      const answer = JSON.parse(body)
      if (!Array.isArray(answer.rows)) return body
      return JSON.stringify({ ...answer, rows: [...answer.rows, ...answer.rows.slice(0, 9)], total: 3 })
    })
    const page = await aPage({ stack })
    await expect.poll(() => page.names().length).toBeGreaterThan(5)
    expect(page.rows()).toBeLessThan(30)
    expect(new Set(page.names()).size).toBe(page.names().length)
  })

  it('throws an error that names the component when no provider is above it', async () => {
    await expect(render(<UsersSettings />)).rejects.toThrow(/^<UsersSettings> needs a provider, /)
  })
})

/** The token of a user with a role. */
async function memberWith(stack: Awaited<ReturnType<typeof aStack>>, roleId: string): Promise<string> {
  const { rows } = await stack.api.users.list({ roleIds: [roleId], limit: 1 })
  return `account-${rows[0]?.id}`
}
