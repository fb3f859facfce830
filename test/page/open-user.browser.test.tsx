import { HttpResponse, http } from 'msw'
import { describe, expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { User } from '../../src/contract/users.ts'
import type { UsersSettingsProps } from '../../src/page/users-settings-props.ts'
import { aStack } from '../hooks/a-stack.tsx'
import { aPage } from './a-page.tsx'

/** The page with its third user open, and who that is. */
async function openThird(options: Parameters<typeof aPage>[0] = {}) {
  const page = await aPage(options)
  await expect.poll(page.count).toBe('1,204 users')
  const name = page.names()[2] ?? ''
  const opener = page.container.querySelector<HTMLElement>('[aria-rowindex="4"] [data-primary]')
  opener?.click()
  const panel = page.getByRole('complementary', { name })
  const heading = page.getByRole('heading', { name })
  return { ...page, name, opener, panel, heading, row: () => rowOf(page.container, 4) }
}

const rowOf = (container: Element, index: number) =>
  container.querySelector(`[aria-rowindex="${index}"]`)?.textContent ?? ''

const focusedRow = () => document.activeElement?.closest('tr')?.getAttribute('aria-rowindex')

describe('the open user of UsersSettings', () => {
  it('appears beside the table, is reported to the host, and returns the focus', async () => {
    const onViewChange = vi.fn<NonNullable<UsersSettingsProps['onViewChange']>>()
    const page = await openThird({ onViewChange })
    await expect.element(page.panel).toBeVisible()
    expect(onViewChange.mock.lastCall?.[0].users?.openUserId).toMatch(/^\S+$/)
    await expect.poll(() => page.panel.element().contains(document.activeElement)).toBe(true)
    await userEvent.keyboard('{Escape}')
    await expect.element(page.panel).not.toBeInTheDocument()
    expect(document.activeElement).toBe(page.opener)
    expect(onViewChange.mock.lastCall?.[0].users?.openUserId).toBe(undefined)
    expect(onViewChange.mock.calls.map(([, { history }]) => history)).toEqual(['push', 'back'])
  })

  it('belongs into the history: the next user and a search replace, and so does closing after them', async () => {
    const onViewChange = vi.fn<NonNullable<UsersSettingsProps['onViewChange']>>()
    const page = await openThird({ onViewChange })
    await expect.element(page.panel).toBeVisible()
    await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}')
    await expect.poll(() => onViewChange.mock.calls.length).toBe(2)
    await page.searchFor(page.name)
    await expect.poll(() => onViewChange.mock.calls.length).toBe(3)
    await page.getByRole('button', { name: 'Close', exact: true }).click()
    const histories = () => onViewChange.mock.calls.map(([, { history }]) => history)
    await expect.poll(histories).toEqual(['push', 'replace', 'replace', 'replace'])
  })

  it('replaces the entry of a page that was opened at a user', async () => {
    const first = await openThird()
    const { rows } = await first.stack.api.users.list({ limit: 1 })
    await first.unmount()
    const [user] = rows as User[]
    const onViewChange = vi.fn<NonNullable<UsersSettingsProps['onViewChange']>>()
    const defaultView = { users: { openUserId: user?.id ?? '' } }
    const page = await aPage({ stack: first.stack, defaultView, onViewChange })
    await page.getByRole('button', { name: 'Close', exact: true }).click()
    await expect.poll(() => onViewChange.mock.calls.map(([, { history }]) => history)).toEqual(['replace'])
  })

  it('opens the user in the view although their row isn’t loaded', async () => {
    const first = await openThird()
    const last = await first.stack.api.users.list({ sort: '-name', limit: 1 })
    await first.unmount()
    const [user] = last.rows as User[]
    const page = await aPage({ stack: first.stack, defaultView: { users: { openUserId: user?.id } } })
    await expect.element(page.getByRole('complementary', { name: user?.name })).toBeVisible()
  })

  it('changes the role after a preview, updates the row at once, and confirms that it is saved', async () => {
    const page = await openThird()
    await page.panel.getByRole('radio', { name: /^Billing/ }).click()
    await expect.element(page.panel.getByText('Not saved yet')).toBeVisible()
    await page.panel.getByRole('button', { name: 'Change role' }).click()
    await expect.poll(page.row).toContain('Billing')
    await expect.element(page.panel.getByText('Saved', { exact: true })).toBeVisible()
    const latest = page.panel.getByRole('listitem').last()
    await expect.poll(() => latest.element().textContent).toMatch(/You changed the role from .+ to Billing/)
  })

  it('scrolls the whole preview of the last role into view', async () => {
    const page = await openThird()
    await page.panel.getByRole('radio').last().click()
    await expect.element(page.panel.getByRole('button', { name: 'Change role' })).toBeInTheDocument()
    const body = (await page.panel.findElement()).querySelector('.roster-panel-body')
    const button = await page.panel.getByRole('button', { name: 'Change role' }).findElement()
    const room = () => (body?.getBoundingClientRect().bottom ?? 0) - button.getBoundingClientRect().bottom
    await expect.poll(room).toBeGreaterThanOrEqual(12)
  })

  it('adds the user to a team and removes them again', async () => {
    const page = await openThird()
    const teams = page.panel.getByRole('checkbox', { checked: false })
    await expect.poll(() => teams.elements().length).toBeGreaterThan(0)
    const name = (await teams.first().findElement()).closest('label')?.textContent ?? ''
    const team = page.panel.getByRole('checkbox', { name })
    await team.click()
    await expect.element(team).toBeChecked()
    await expect
      .poll(async () => {
        const { rows } = await page.stack.api.users.list({ search: page.name, limit: 9 })
        return (rows as User[])
          .find((user) => user.name === page.name)
          ?.teams?.some((t) => name.includes(t.name))
      })
      .toBe(true)
    await team.click()
    await expect.element(team).not.toBeChecked()
  })

  it('moves from user to user by Alt with an arrow, and by the table’s arrows', async () => {
    const page = await openThird()
    await expect.element(page.panel).toBeVisible()
    await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}')
    await expect.element(page.getByRole('complementary', { name: page.names()[3] })).toBeVisible()
    page.opener?.focus()
    await userEvent.keyboard('{ArrowUp}')
    await expect.element(page.getByRole('complementary', { name: page.names()[1] })).toBeVisible()
    expect(focusedRow()).toBe('3')
  })

  it('doesn’t open the next user if the panel is closed while they are loading', async () => {
    const page = await openThird()
    const last = await page.stack.api.users.list({ sort: 'name', offset: 600, limit: 1 })
    await page.unmount()
    const far = await aPage({ stack: page.stack, defaultView: { users: { openUserId: last.rows[0]?.id } } })
    await expect.element(far.getByRole('radiogroup')).toBeVisible()
    const release = page.stack.hold()
    await far.getByRole('button', { name: 'Next user' }).click()
    await userEvent.keyboard('{Escape}')
    await expect.poll(() => far.container.querySelector('aside')).toBeNull()
    const asked = page.stack.requests.length
    release()
    await expect.poll(page.stack.waiting).toBe(0)
    await new Promise(requestAnimationFrame)
    await new Promise(requestAnimationFrame)
    expect(asked).toBeGreaterThan(0)
    expect(far.container.querySelector('aside')).toBeNull()
  })

  it('reports that roles and teams couldn’t be loaded, and tries again', async () => {
    const stack = await aStack()
    const refused = () => HttpResponse.json({ code: 'unavailable', status: 503 }, { status: 503 })
    stack.worker.use(http.get('*/roster-api/v1/roles', refused), http.get('*/roster-api/v1/teams', refused))
    const page = await openThird({ stack })
    await expect.element(page.panel.getByText(/^The roles couldn’t be loaded/)).toBeVisible()
    await expect.element(page.panel.getByText(/^The teams couldn’t be loaded/)).toBeInTheDocument()
    expect(page.panel.getByRole('radio').elements()).toEqual([])
    stack.worker.resetHandlers()
    await page.panel.getByRole('button', { name: 'Try again' }).first().click()
    await expect.poll(() => page.panel.getByRole('radio').elements().length).toBeGreaterThan(1)
  })

  it('keeps the focus on the page, and announces why, when the viewer loses the permission while it is open', async () => {
    const page = await openThird()
    await expect.poll(() => page.panel.element().contains(document.activeElement)).toBe(true)
    const { viewer } = await page.stack.api.session.get()
    await page.stack.change({ kind: 'set_role', userId: viewer.id, roleId: 'agent' })
    page.stack.clock.advance(10_000)
    page.stack.comeBack()
    await expect.poll(() => page.container.querySelector('aside')).toBeNull()
    await expect.element(page.getByRole('tabpanel')).toHaveFocus()
    await expect
      .poll(() => page.container.querySelector('.roster-live-regions [role=alert]')?.textContent)
      .toMatch(/^You can’t see the users/)
  })

  it('is a sheet in a narrow container', async () => {
    const page = await openThird({ width: 390 })
    await expect.element(page.getByRole('dialog', { name: page.name })).toBeVisible()
    await userEvent.keyboard('{Escape}')
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument()
    expect(document.activeElement).toBe(page.opener)
  })

  it('stays beside the table while the host hides the page, and blocks nothing of the host', async () => {
    const page = await openThird()
    await expect.element(page.panel).toBeVisible()
    page.container.hidden = true
    await new Promise(requestAnimationFrame)
    await new Promise(requestAnimationFrame)
    expect(document.querySelector('.roster-user-panel')).toHaveAttribute('data-mode', 'beside')
    expect(document.querySelector('[inert]')).toBeNull()
  })

  it('shows the host’s columns and sections', async () => {
    const customColumns = [
      { id: 'initial', header: 'Initial', cell: (user: User) => `<${user.name[0]}>`, width: 80 },
    ]
    const panelSections = [{ id: 'seat', title: 'Seat', render: (user: User) => <p>Seat of {user.name}</p> }]
    const page = await openThird({ customColumns, panelSections, width: 1_400 })
    await expect.element(page.panel.getByRole('heading', { name: 'Seat' })).toBeVisible()
    await expect.element(page.panel.getByText(`Seat of ${page.name}`)).toBeVisible()
    await userEvent.keyboard('{Escape}')
    expect(page.row()).toContain(`<${page.name[0]}>`)
    await page.getByRole('button', { name: 'Table options' }).click()
    await page.getByRole('menuitemcheckbox', { name: 'Initial' }).click()
    await expect.poll(page.row).not.toContain(`<${page.name[0]}>`)
  })
})
