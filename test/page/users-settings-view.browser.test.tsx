import { useState } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { render } from 'vitest-browser-react'
import type { UsersSettingsView } from '../../src/page/settings-view.ts'
import { UsersSettings } from '../../src/page/UsersSettings.tsx'
import type { UsersSettingsProps } from '../../src/page/users-settings-props.ts'
import { RosterUI } from '../../src/primitives/roster-ui/RosterUI.tsx'
import { aStack } from '../hooks/a-stack.tsx'
import { aPage } from './a-page.tsx'

describe('the view of UsersSettings', () => {
  it('has one view as JSON, which its host can keep and set', async () => {
    const stack = await aStack()
    const seen: UsersSettingsView[] = []
    function Host() {
      const [view, setView] = useState<UsersSettingsView>({ users: { search: 'an', sort: '-lastActive' } })
      return (
        <stack.Provider>
          <RosterUI>
            <button type="button" onClick={() => setView({})}>
              Back
            </button>
            <div style={{ inlineSize: 1_000, blockSize: 640 }}>
              <UsersSettings
                view={view}
                onViewChange={(next) => {
                  seen.push(next)
                  setView(next)
                }}
              />
            </div>
          </RosterUI>
        </stack.Provider>
      )
    }
    const screen = await render(<Host />)
    const search = screen.getByRole('textbox', { name: 'Search users' })
    await expect.element(search).toHaveValue('an')
    const head = screen.getByRole('columnheader', { name: 'Last active' })
    await expect.element(head).toHaveAttribute('aria-sort', 'descending')
    await search.fill('okafor')
    stack.rest()
    await expect.poll(() => seen.at(-1)).toEqual({ users: { search: 'okafor', sort: '-lastActive' } })
    expect(JSON.parse(JSON.stringify(seen.at(-1)))).toEqual(seen.at(-1))
    await screen.getByRole('button', { name: 'Back' }).click()
    await expect.element(search).toHaveValue('')
    await expect.element(head).toHaveAttribute('aria-sort', 'none')
  })

  it('reports columns and density as parts of the view, and shows those of its host', async () => {
    const onViewChange = vi.fn<NonNullable<UsersSettingsProps['onViewChange']>>()
    const page = await aPage({ defaultView: { users: { hiddenColumns: ['role'] } }, onViewChange })
    await expect.poll(page.count).toBe('1,204 users')
    const heads = () =>
      page
        .getByRole('columnheader')
        .elements()
        .map((head) => head.textContent)
    expect(heads()).not.toContain('Role')
    await page.getByRole('button', { name: 'Table options' }).click()
    await page.getByRole('menuitemcheckbox', { name: 'Role' }).click()
    await expect.poll(heads).toContain('Role')
    await page.getByRole('menuitemradio', { name: 'Compact' }).click()
    expect(onViewChange.mock.lastCall?.[0]).toEqual({ users: { hiddenColumns: [], density: 'compact' } })
    expect(page.container.querySelector('.roster-users-table')).toHaveAttribute('data-density', 'compact')
  })

  it('shows the columns in the order of the view', async () => {
    const view = { users: { columnOrder: ['lastActive', 'teams'] } }
    const page = await aPage({ defaultView: view })
    await expect.poll(page.count).toBe('1,204 users')
    const heads = page.getByRole('columnheader').elements()
    const names = heads.map((head) => head.textContent).filter(Boolean)
    expect(names).toEqual(['User', 'Last active', 'Teams', 'Role'])
  })

  it('keeps the table’s look in the page while its host only keeps the query and the open user', async () => {
    const onViewChange = vi.fn<NonNullable<UsersSettingsProps['onViewChange']>>()
    const page = await aPage({ view: { users: { search: 'an' } }, onViewChange })
    await expect.poll(page.count).toMatch(/ of 1,204$/)
    await page.getByRole('button', { name: 'Table options' }).click()
    await page.getByRole('menuitemcheckbox', { name: 'Role' }).click()
    await expect.element(page.getByRole('columnheader', { name: 'Role' })).not.toBeInTheDocument()
    expect(onViewChange.mock.lastCall?.[0].users?.search).toBe('an')
  })

  it.each([
    null,
    { tab: 'unknown' },
    { users: null },
    { users: { search: 5, roleIds: 'abc', sort: 'bogus', openUserId: 7 } },
    { users: { teamIds: [null, 4], openUserId: '' } },
  ])('ignores the invalid parts of the view %j', async (view) => {
    const page = await aPage({ view: view as UsersSettingsView })
    await expect.poll(page.count).toBe('1,204 users')
    expect(page.names().length).toBeGreaterThan(5)
    expect(page.container.querySelector('.roster-user-panel')).toBeNull()
  })

  it('forgets a change of the view that its host refused', async () => {
    const onViewChange = vi.fn<NonNullable<UsersSettingsProps['onViewChange']>>()
    const page = await aPage({ view: { users: { sort: 'name' } }, onViewChange })
    await expect.poll(() => page.names().length).toBeGreaterThan(5)
    page.container.querySelector<HTMLElement>('[aria-rowindex="4"] [data-primary]')?.click()
    expect(onViewChange.mock.lastCall?.[0].users?.openUserId).toBeDefined()
    await page.searchFor('okafor')
    await expect.poll(() => onViewChange.mock.lastCall?.[0].users?.search).toBe('okafor')
    expect(onViewChange.mock.lastCall?.[0].users?.openUserId).toBe(undefined)
  })
})
