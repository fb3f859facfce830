import { describe, expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { User } from '../../src/contract/users.ts'
import type { UsersSettingsView } from '../../src/page/settings-view.ts'
import { aPage } from './a-page.tsx'

/** The page with its third user open; who that is comes with it. */
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
  it('stands beside the table, is told to the host, and gives the focus back', async () => {
    const onViewChange = vi.fn<(view: UsersSettingsView) => void>()
    const page = await openThird({ onViewChange })
    await expect.element(page.panel).toBeVisible()
    expect(onViewChange.mock.lastCall?.[0].users?.openUserId).toMatch(/^\S+$/)
    await expect.poll(() => page.panel.element().contains(document.activeElement)).toBe(true)
    await userEvent.keyboard('{Escape}')
    await expect.element(page.panel).not.toBeInTheDocument()
    expect(document.activeElement).toBe(page.opener)
    expect(onViewChange.mock.lastCall?.[0].users?.openUserId).toBe(undefined)
  })

  it('opens whom the view names, though their row is not loaded', async () => {
    const first = await openThird()
    const last = await first.stack.api.users.list({ sort: '-name', limit: 1 })
    await first.unmount()
    const [user] = last.rows as User[]
    const page = await aPage({ stack: first.stack, defaultView: { users: { openUserId: user?.id } } })
    await expect.element(page.getByRole('complementary', { name: user?.name })).toBeVisible()
  })

  it('changes the role after its preview, in the row at once, and says that it is saved', async () => {
    const page = await openThird()
    await page.panel.getByRole('radio', { name: /^Billing/ }).click()
    await expect.element(page.panel.getByText('Not saved yet')).toBeVisible()
    await page.panel.getByRole('button', { name: 'Change role' }).click()
    await expect.poll(page.row).toContain('Billing')
    await expect.element(page.panel.getByText('Saved', { exact: true })).toBeVisible()
    const latest = page.panel.getByRole('listitem').last()
    await expect.poll(() => latest.element().textContent).toMatch(/You changed the role from .+ to Billing/)
  })

  it('brings the preview of the last role into view whole', async () => {
    const page = await openThird()
    await page.panel.getByRole('radio').last().click()
    await expect.element(page.panel.getByRole('button', { name: 'Change role' })).toBeInTheDocument()
    const body = page.panel.element().querySelector('.roster-panel-body')
    const button = page.panel.getByRole('button', { name: 'Change role' }).element()
    await expect
      .poll(() => button.getBoundingClientRect().bottom)
      .toBeLessThanOrEqual(body?.getBoundingClientRect().bottom ?? 0)
  })

  it('adds to a team and takes out of it', async () => {
    const page = await openThird()
    const teams = page.panel.getByRole('checkbox', { checked: false })
    await expect.poll(() => teams.elements().length).toBeGreaterThan(0)
    const name = teams.first().element().closest('label')?.textContent ?? ''
    const team = page.panel.getByRole('checkbox', { name })
    await team.click()
    await expect.element(team).toBeChecked()
    await expect
      .poll(async () => {
        const { rows } = await page.stack.api.users.list({ search: page.name, limit: 9 })
        return (rows as User[])
          .find((user) => user.name === page.name)
          ?.teams.some((t) => name.includes(t.name))
      })
      .toBe(true)
    await team.click()
    await expect.element(team).not.toBeChecked()
  })

  it('walks the users by Alt with the arrows, and by the arrows of the table', async () => {
    const page = await openThird()
    await expect.element(page.panel).toBeVisible()
    await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}')
    await expect.element(page.getByRole('complementary', { name: page.names()[3] })).toBeVisible()
    page.opener?.focus()
    await userEvent.keyboard('{ArrowUp}')
    await expect.element(page.getByRole('complementary', { name: page.names()[1] })).toBeVisible()
    expect(focusedRow()).toBe('3')
  })

  it('is a sheet in a narrow container', async () => {
    const page = await openThird({ width: 390 })
    await expect.element(page.getByRole('dialog', { name: page.name })).toBeVisible()
    await userEvent.keyboard('{Escape}')
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument()
    expect(document.activeElement).toBe(page.opener)
  })

  it('shows columns and sections of the host', async () => {
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
