import { HttpResponse, http } from 'msw'
import { describe, expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { aPage } from './a-page.tsx'

type Page = Awaited<ReturnType<typeof aPage>>

/** The page with all of its users. */
async function fullPage(options: Parameters<typeof aPage>[0] = {}) {
  const page = await aPage(options)
  await expect.poll(page.count).toBe('1,204 users')
  return page
}

const table = ({ container }: Page) => container.querySelector('.roster-users-table')

const isWaiting = (page: Page) => table(page)?.hasAttribute('data-waiting') === true

/** Returns how often rows were shown as if they belonged to the question, from now on. */
function shownAsAnswer(page: Page) {
  let times = 0
  const observer = new MutationObserver(() => {
    if (table(page) && !isWaiting(page)) times += 1
  })
  observer.observe(page.container, { attributes: true, childList: true, subtree: true })
  return () => times
}

const fail = ({ stack }: Page, body: object, status: number) =>
  stack.worker.use(
    http.get('*/roster-api/v1/users', () =>
      HttpResponse.json({ status, requestId: 'req-7', ...body }, { status }),
    ),
  )

describe('a search on its way', () => {
  it('is named over rows that are dimmed, without their count, and that cannot be opened or selected', async () => {
    const onOpenUser = vi.fn()
    const page = await fullPage({ onOpenUser })
    const before = page.names()
    const release = page.stack.hold()
    await page.searchFor('ada')
    expect(page.count()).toBe('1,204 users')
    expect(table(page)?.hasAttribute('data-waiting')).toBe(false)
    await expect.element(page.getByText('Searching for “ada”…')).toBeVisible()
    expect(
      (await page.getByText('Searching for “ada”…').findElement()).closest('[role=status]'),
    ).not.toBeNull()
    expect(page.names()).toEqual(before)
    expect(page.count()).toBe('')
    expect(table(page)?.getAttribute('aria-busy')).toBe('true')
    page.container.querySelector<HTMLElement>('[aria-rowindex="5"] [data-primary]')?.click()
    page.container.querySelector<HTMLElement>('[aria-rowindex="5"] [data-primary]')?.focus()
    await userEvent.keyboard('{Enter}')
    expect(onOpenUser).not.toHaveBeenCalled()
    release()
    await expect.poll(page.count).toMatch(/ of 1,204$/)
    expect(table(page)?.hasAttribute('data-waiting')).toBe(false)
    await expect.element(page.getByText('Searching for “ada”…')).not.toBeInTheDocument()
    page.container.querySelector<HTMLElement>('[aria-rowindex="2"] [data-primary]')?.click()
    expect(onOpenUser).toHaveBeenCalledOnce()
  })

  it('covers the first row', async () => {
    const page = await fullPage()
    const release = page.stack.hold()
    await page.searchFor('ada')
    await expect.element(page.getByText('Searching for “ada”…')).toBeVisible()
    const row = page.container.querySelector('[aria-rowindex="2"]')?.getBoundingClientRect()
    const line = page.container.querySelector('.roster-users-searching-line')?.getBoundingClientRect()
    expect(line?.top).toBeCloseTo(row?.top ?? 0, 0)
    expect(line?.height).toBeCloseTo(row?.height ?? 0, 0)
    release()
  })

  it('stays dimmed while the person types on', async () => {
    const page = await fullPage()
    const release = page.stack.hold()
    await page.searchFor('ada')
    await expect.element(page.getByText('Searching for “ada”…')).toBeVisible()
    const times = shownAsAnswer(page)
    await page.searchFor('adam')
    await expect.element(page.getByText('Searching for “adam”…')).toBeVisible()
    await new Promise((resolve) => setTimeout(resolve, 250))
    expect([times(), page.count()]).toEqual([0, ''])
    release()
  })

  it('leaves the rows where they were scrolled to, and begins at the top of the new ones', async () => {
    const page = await fullPage()
    const scroll = page.container.querySelector('.roster-table-scroll') ?? document.body
    scroll.scrollTop = 1_500
    await expect.poll(() => page.names()[0]).not.toBe('Abebe Bekele')
    await expect.poll(page.stack.waiting).toBe(0)
    const release = page.stack.hold()
    await page.searchFor('an')
    await expect.element(page.getByText('Searching for “an”…')).toBeVisible()
    expect(scroll.scrollTop).toBe(1_500)
    const asked = page.stack.sent().length
    scroll.scrollTop = 40_000
    await new Promise((resolve) => setTimeout(resolve, 300))
    release()
    await expect.poll(page.count).toMatch(/ of 1,204$/)
    await expect.poll(() => scroll.scrollTop).toBe(0)
    expect(page.stack.sent().slice(asked)).toEqual([])
  })

  it('lets no key select a range of dimmed rows', async () => {
    const page = await fullPage()
    const release = page.stack.hold()
    await page.searchFor('ada')
    await expect.poll(() => isWaiting(page)).toBe(true)
    page.container.querySelector<HTMLElement>('[aria-rowindex="5"] [data-primary]')?.focus()
    await userEvent.keyboard('{Shift>}{ArrowDown}{End}{/Shift}')
    expect(page.container.querySelector('tbody [aria-selected=true], tbody input:checked')).toBeNull()
    expect(document.querySelector('.roster-bulk-count')).toBeNull()
    release()
  })

  it('counts a row that is selected before its rows are dimmed with those of the earlier question', async () => {
    const page = await fullPage({ width: 1_200 })
    const check = (row: number) =>
      page.container
        .querySelector<HTMLInputElement>(`[aria-rowindex="${row}"] [data-column="check"] input`)
        ?.click()
    const selected = () => document.querySelector('.roster-bulk-count')?.textContent
    check(2)
    await expect.poll(selected).toBe('1 selected')
    const release = page.stack.hold()
    await page.searchFor('okafor')
    check(3)
    await expect.poll(() => isWaiting(page)).toBe(true)
    release()
    await expect.poll(page.count).toMatch(/ of 1,204$/)
    await expect.poll(selected).toBe('2 selected, 2 from another search')
    check(2)
    await expect.poll(selected).toBe('3 selected, 2 from another search')
    await page.searchFor('')
    await expect.poll(page.count).toBe('1,204 users')
    await expect.poll(selected).toBe('3 selected, 1 from another search')
  })

  it('drops a range whose ids were still loading', async () => {
    const page = await fullPage()
    const check = (row: number) =>
      page.container.querySelector<HTMLInputElement>(`[aria-rowindex="${row}"] [data-column="check"] input`)
    check(3)?.click()
    const scroll = page.container.querySelector('.roster-table-scroll') ?? document.body
    scroll.scrollTop = 40_000
    await expect.poll(() => check(775)).toBeTruthy()
    await expect.poll(page.stack.waiting).toBe(0)
    const release = page.stack.hold()
    check(775)?.dispatchEvent(new MouseEvent('click', { bubbles: true, shiftKey: true }))
    await expect.poll(page.stack.waiting).toBe(1)
    await page.searchFor('ada')
    await expect.poll(() => isWaiting(page)).toBe(true)
    release()
    await expect.poll(page.count).toMatch(/ of 1,204$/)
    await expect.poll(() => document.querySelector('.roster-bulk-count')?.textContent).toMatch(/^1 selected/)
  })

  it('leads an open panel to no dimmed row, and takes the count from it and from the export', async () => {
    const page = await fullPage({ width: 1_200 })
    page.container.querySelector<HTMLElement>('[aria-rowindex="4"] [data-primary]')?.click()
    await expect.element(page.getByText('3 of 1,204', { exact: true })).toBeVisible()
    const name = () => page.container.querySelector('.roster-panel-name')?.textContent
    const open = name()
    const release = page.stack.hold()
    await page.searchFor('ada')
    await expect.poll(() => isWaiting(page)).toBe(true)
    await expect.element(page.getByText('3 of 1,204', { exact: true })).not.toBeInTheDocument()
    const next = page.getByRole('button', { name: 'Next user' })
    await expect.element(next).toHaveAttribute('aria-disabled', 'true')
    await next.click({ force: true })
    await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}')
    await page.getByRole('button', { name: 'Table options' }).click()
    expect((await page.getByRole('menu').findElement()).textContent).not.toContain('1,204')
    release()
    await expect.poll(page.count).toMatch(/ of 1,204$/)
    expect(name()).toBe(open)
  })

  it('names a role that is chosen', async () => {
    const page = await fullPage()
    await page.getByRole('button', { name: 'Role', exact: true }).click()
    const release = page.stack.hold()
    await page.getByRole('option', { name: /^Billing/ }).click()
    await expect.element(page.getByText('Loading users with the role Billing…')).toBeVisible()
    release()
    await expect.poll(page.count).toMatch(/ of 1,204$/)
  })

  it('is not named while the same question is loaded again', async () => {
    const page = await fullPage()
    const release = page.stack.hold()
    page.stack.clock.advance(60_000)
    page.stack.comeBack()
    await expect.poll(() => page.stack.requests.length).toBeGreaterThan(5)
    expect(table(page)?.hasAttribute('data-waiting')).toBe(false)
    expect(page.count()).toBe('1,204 users')
    release()
  })
})

describe('a search that fails', () => {
  it('replaces the rows and says which one failed', async () => {
    const page = await fullPage()
    fail(page, { code: 'internal' }, 502)
    await page.searchFor('ada')
    await expect.element(page.getByText('The search for “ada” failed')).toBeVisible()
    await expect.element(page.getByText('Request req-7')).toBeVisible()
    expect(page.container.querySelector('table')).toBeNull()
    expect(page.count()).toBe('')
    await expect.element(page.getByText(/^Showing what was loaded/)).not.toBeInTheDocument()
    page.stack.worker.resetHandlers()
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect.poll(page.count).toMatch(/ of 1,204$/)
  })

  it('doesn’t bring the earlier rows back as if they were found, when it runs again or another one does', async () => {
    const page = await fullPage()
    fail(page, { code: 'internal' }, 502)
    await page.searchFor('ada')
    await expect.element(page.getByText('The search for “ada” failed')).toBeVisible()
    page.stack.worker.resetHandlers()
    const release = page.stack.hold()
    const times = shownAsAnswer(page)
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect.element(page.getByText('Searching for “ada”…')).toBeVisible()
    fail(page, { code: 'internal' }, 502)
    release()
    await expect.element(page.getByText('The search for “ada” failed')).toBeVisible()
    await page.searchFor('adam')
    await expect.element(page.getByText('The search for “adam” failed')).toBeVisible()
    expect(times()).toBe(0)
  })

  it('counts down under a rate limit, and can be cleared', async () => {
    const page = await fullPage()
    fail(page, { code: 'rate_limited', retryAfter: 18 }, 429)
    await page.searchFor('ada')
    await expect.element(page.getByText('Too many searches in a short time')).toBeVisible()
    await expect.element(page.getByText(/^The search for “ada” runs again in 0:1\d\./)).toBeVisible()
    expect(page.container.querySelector('table')).toBeNull()
    await page.getByRole('button', { name: 'Clear search', exact: true }).last().click()
    await expect.poll(page.count).toBe('1,204 users')
    await expect.element(page.search).toHaveValue('')
  })

  it('doesn’t count down while it is running again', async () => {
    const page = await fullPage()
    fail(page, { code: 'rate_limited', retryAfter: 18 }, 429)
    await page.searchFor('ada')
    await expect.element(page.getByText(/^The search for “ada” runs again in 0:1\d\./)).toBeVisible()
    page.stack.worker.resetHandlers()
    const release = page.stack.hold()
    page.stack.clock.advance(60_000)
    page.stack.comeBack()
    await expect.element(page.getByText(/runs again in/)).not.toBeInTheDocument()
    release()
    await expect.poll(page.count).toMatch(/ of 1,204$/)
  })

  it('runs when the connection is back', async () => {
    const page = await fullPage()
    page.setOnline(false)
    page.stack.worker.use(http.get('*/roster-api/v1/users', () => HttpResponse.error()))
    await page.searchFor('ada')
    await expect.element(page.getByText('The search for “ada” runs when you’re back online.')).toBeVisible()
    expect(page.container.querySelector('table')).toBeNull()
    page.stack.worker.resetHandlers()
    page.setOnline(true)
    await expect.poll(page.count).toMatch(/ of 1,204$/)
  })
})
