import { beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { UsersTableCustomColumn } from '../../src/components/users-table/users-columns.tsx'
import { aPage } from './a-page.tsx'

beforeEach(() => page.viewport(1_280, 900))

const counted = () => document.querySelector('.roster-bulk-count')?.textContent
const check = (name: string) => page.getByRole('checkbox', { name: `Select ${name}`, exact: true })
const all = page.getByRole('checkbox', { name: 'Select all' })

async function aListPage(options?: Parameters<typeof aPage>[0]) {
  const screen = await aPage(options)
  await expect.poll(screen.count).toBe('1,204 users')
  await expect.poll(() => screen.names().length).toBeGreaterThan(5)
  const names = screen.names().filter((name) => name !== null)
  return { ...screen, at: (index: number) => names[index] ?? '' }
}

describe('the selection of the page', () => {
  it('renders neither a cell nor the toolbar when a row is toggled', async () => {
    const drawn: string[] = []
    const column: UsersTableCustomColumn = {
      id: 'probe',
      header: 'Probe',
      cell: (user) => {
        drawn.push(user.name)
        return null
      },
    }
    const customColumns = [column]
    const screen = await aListPage({ customColumns, width: 1_200 })
    await check(screen.at(1)).click()
    // The row that has the focus changes when it moves, so the same row is toggled again.
    await check(screen.at(3)).click()
    await expect.poll(counted).toBe('2 selected')
    const toolbar = document.querySelector('.roster-list-toolbar')
    const changes: MutationRecord[] = []
    const observer = new MutationObserver((records) => changes.push(...records))
    if (toolbar) observer.observe(toolbar, { attributes: true, childList: true, subtree: true })
    drawn.length = 0
    await check(screen.at(3)).click()
    await expect.poll(counted).toBe('1 selected')
    expect(drawn).toEqual([])
    observer.disconnect()
    expect(changes).toEqual([])
  })

  it('cannot be all that match while a search is typed, and says why', async () => {
    const screen = await aListPage()
    await screen.search.fill('lind')
    await all.click({ force: true })
    await expect.element(all).toHaveAttribute('aria-disabled', 'true')
    expect(counted()).toBeUndefined()
    screen.stack.rest()
    await expect.poll(screen.count).toMatch(/^\d+ of 1,204$/)
    await all.click()
    await expect.poll(counted).toMatch(/^All \d+ that match are selected$/)
  })

  it('ends with its search when it is all that match; picked users stay, from another search', async () => {
    const screen = await aListPage()
    await all.click()
    await expect.poll(counted).toBe('All 1,204 that match are selected')
    await screen.searchFor('okafor')
    await expect.poll(screen.count).toMatch(/^\d+ of 1,204$/)
    expect(counted()).toBeUndefined()
    const [first = ''] = screen.names()
    await check(first ?? '').click()
    await screen.searchFor('')
    await expect.poll(screen.count).toBe('1,204 users')
    await check(screen.at(2)).click()
    await expect.poll(counted).toBe('2 selected, 1 from another search')
    await userEvent.keyboard('{Escape}')
    await expect.poll(counted).toBeUndefined()
  })

  it('survives scrolling and another order', async () => {
    const screen = await aListPage()
    await check(screen.at(1)).click()
    const name = screen.at(1)
    const other = screen.at(4)
    document.querySelector('.roster-table-scroll')?.scrollTo(0, 20_000)
    await expect.poll(screen.names).not.toContain(other)
    await page.getByRole('columnheader', { name: 'User' }).getByRole('button').click()
    await page.getByRole('columnheader', { name: 'User' }).getByRole('button').click()
    await expect.poll(screen.names).toContain(other)
    await expect.element(check(name)).toBeChecked()
    expect(counted()).toBe('1 selected')
  })

  it('runs an action of the host with the ids of all that match', async () => {
    const ids: string[] = []
    const bulkActions = [
      {
        id: 'mail',
        label: 'Send email',
        isEnabled: ({ count }: { count: number }) => count < 1_204,
        async run({ ids: read, clear }: { ids(): AsyncIterable<string>; clear(): void }) {
          for await (const id of read()) ids.push(id)
          clear()
        },
      },
    ]
    const screen = await aListPage({ bulkActions, width: 1_200 })
    await all.click()
    const action = page.getByRole('button', { name: 'Send email' })
    await expect.element(action).toHaveAttribute('aria-disabled', 'true')
    await check(screen.at(1)).click()
    await action.click()
    await expect.poll(() => ids.length).toBe(1_203)
    expect(new Set(ids).size).toBe(1_203)
    await expect.poll(counted).toBeUndefined()
  })
})
