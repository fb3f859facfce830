import { useState } from 'react'
import { beforeEach, describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import type { UsersSettingsView, UsersSettingsViewChange } from '../../src/page/settings-view.ts'
import { UsersSettings } from '../../src/page/UsersSettings.tsx'
import { RosterUI } from '../../src/primitives/roster-ui/RosterUI.tsx'
import { aStack } from '../hooks/a-stack.tsx'
import { aBrowser } from './a-browser.tsx'
import { failed } from './an-invitations-page.tsx'

beforeEach(() => page.viewport(1_280, 900))

/** The Invitations tab in a host that keeps a part of each view, and may set another one. */
async function aHost(keep: (next: UsersSettingsView) => UsersSettingsView) {
  const stack = await aStack()
  const changes: UsersSettingsViewChange[] = []
  let show: (view: UsersSettingsView) => void = () => {}
  function Host() {
    const [view, setView] = useState<UsersSettingsView>({ tab: 'invitations', users: {} })
    show = setView
    return (
      <stack.Provider>
        <RosterUI timeZone="UTC">
          <div style={{ inlineSize: 1_200, blockSize: 640 }}>
            <UsersSettings
              view={view}
              onViewChange={(next, change) => {
                changes.push(change)
                setView(keep(next))
              }}
            />
          </div>
        </RosterUI>
      </stack.Provider>
    )
  }
  const { container } = await render(<Host />)
  const search = page.getByRole('textbox', { name: 'Search invitations' })
  const emails = () =>
    [...container.querySelectorAll('.roster-table-row .roster-invitation-email')].map(
      (cell) => cell.textContent,
    )
  await expect.poll(() => emails().length).toBe(6)
  return {
    changes,
    search,
    emails,
    show: (view: UsersSettingsView) => show(view),
    heading: () => container.querySelector('.roster-panel-name')?.textContent,
    async searchFor(text: string) {
      await search.fill(text)
      stack.rest()
    },
  }
}

describe('the view of the Invitations tab', () => {
  it('is kept by the page if the host only keeps the tab and the users', async () => {
    const { changes, emails, searchFor, heading } = await aHost(({ tab, users }) => ({ tab, users }))
    await searchFor('novak')
    await expect.poll(emails).toEqual([failed])
    await page.getByRole('button', { name: failed }).click()
    await expect.poll(heading).toBe(failed)
    expect(changes.at(-1)).toEqual({ history: 'replace' })
    await page.getByRole('button', { name: 'Close' }).click()
    await expect.poll(heading).toBe(undefined)
    // Going back would leave the page, since the host has no entry for the panel.
    expect(changes.at(-1)).toEqual({ history: 'replace' })
    expect(emails()).toEqual([failed])
  })

  it('is the host’s once it was passed, and can be reset by leaving it out', async () => {
    const { changes, emails, search, searchFor, heading, show } = await aHost((next) => next)
    await searchFor('novak')
    await expect.poll(emails).toEqual([failed])
    await page.getByRole('button', { name: failed }).click()
    await expect.poll(heading).toBe(failed)
    expect(changes.at(-1)).toEqual({ history: 'push' })
    show({ tab: 'invitations' })
    await expect.element(search).toHaveValue('')
    await expect.poll(() => emails().length).toBe(6)
    expect(heading()).toBe(undefined)
  })
})

describe('the history of a host', () => {
  it('has an entry for the user and one for an invitation that is opened after it, and Back closes one at a time', async () => {
    const { go, heading, open, tab, place } = await aBrowser()
    await open('.roster-users-table [data-primary]')
    expect(place()).toEqual([1, 'users', 'user', undefined])
    await tab(/^Invitations/).click()
    const invitation = await open('.roster-invitation-email')
    expect(place()).toEqual([2, 'invitations', 'user', 'invitation'])
    go(-1)
    await expect.poll(heading).toBe(undefined)
    expect(place()).toEqual([1, 'invitations', 'user', undefined])
    go(1)
    await expect.poll(heading).toBe(invitation)
    go(-2)
    await expect.element(tab(/^Users/)).toHaveAttribute('aria-selected', 'true')
    await expect.poll(heading).toBe(undefined)
  })

  it('goes back with each panel that is closed, the last one first', async () => {
    const { heading, open, tab, place } = await aBrowser()
    await open('.roster-users-table [data-primary]')
    await tab(/^Invitations/).click()
    await open('.roster-invitation-email')
    await page.getByRole('button', { name: 'Close', exact: true }).click()
    await expect.poll(heading).toBe(undefined)
    expect(place()).toEqual([1, 'invitations', 'user', undefined])
    await tab(/^Users/).click()
    await page.getByRole('button', { name: 'Close', exact: true }).click()
    await expect.poll(heading).toBe(undefined)
    expect(place()).toEqual([0, 'users', undefined, undefined])
  })

  it('replaces the entry of a panel that is closed in another order, and never reopens one', async () => {
    const { heading, open, tab, place } = await aBrowser()
    await open('.roster-users-table [data-primary]')
    await tab(/^Invitations/).click()
    await open('.roster-invitation-email')
    await tab(/^Users/).click()
    await page.getByRole('button', { name: 'Close', exact: true }).click()
    await expect.poll(heading).toBe(undefined)
    expect(place()).toEqual([2, 'users', undefined, 'invitation'])
    await tab(/^Invitations/).click()
    await page.getByRole('button', { name: 'Close', exact: true }).click()
    await expect.poll(heading).toBe(undefined)
    expect(place()).toEqual([2, 'invitations', undefined, undefined])
  })
})
