import { beforeEach, describe, expect, it } from 'vitest'
import { page as browser } from 'vitest/browser'
import { aPage } from './a-page.tsx'

beforeEach(() => browser.viewport(1_280, 720))

/** The cells of a table that a screen reader stops at and has nothing to say. */
const silentCells = (root: Element) =>
  [...root.querySelectorAll('td, th')]
    .filter(
      (cell) => cell.closest('[aria-hidden="true"]') === null && cell.closest('tr[aria-hidden]') === null,
    )
    .filter((cell) => cell.textContent?.trim() === '' && cell.querySelector('[aria-label]') === null)
    .map((cell) => cell.outerHTML.slice(0, 120))

describe('the table of UsersSettings', () => {
  it('has no cell without a text, and says which row is open', async () => {
    const page = await aPage({ width: 1_200, defaultView: { users: { hiddenColumns: [] } } })
    await expect.poll(page.count).toBe('1,204 users')
    expect(page.rows()).toBeGreaterThan(8)
    const table = await page.getByRole('table').findElement()
    expect(silentCells(table)).toEqual([])
    page.container.querySelector<HTMLElement>('[aria-rowindex="4"] [data-primary]')?.click()
    await expect.element(page.getByRole('complementary')).toBeVisible()
    expect(
      [...table.querySelectorAll('[aria-current="true"]')].map((row) => row.getAttribute('aria-rowindex')),
    ).toEqual(['4'])
  })

  it('has no cell without a text while rows are loading', async () => {
    const page = await aPage({ width: 1_200 })
    await expect.poll(page.count).toBe('1,204 users')
    const release = page.stack.hold()
    page.container.querySelector('.roster-table-scroll')?.scrollTo(0, 40_000)
    await expect.poll(() => page.container.querySelectorAll('tr[data-loading]').length).toBeGreaterThan(5)
    expect(silentCells(await page.getByRole('table').findElement())).toEqual([])
    release()
  })
})
