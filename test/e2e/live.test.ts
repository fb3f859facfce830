import type { Page } from 'playwright'
import { expect, it } from 'vitest'
import { aDemo, amara, counted, names, search } from './demo-browser.ts'

const { openAs, address } = aDemo()

const person = 'Søren Kjærgaard'
const role = (page: Page) => page.locator('tbody [data-column="role"]').first().textContent()

/** Counts the streams that a page holds. */
function streamsOf(page: Page): ReadonlySet<object> {
  const open = new Set<object>()
  page.on('request', (request) => {
    if (request.headers().accept?.includes('text/event-stream')) open.add(request)
  })
  page.on('requestfinished', (request) => void open.delete(request))
  page.on('requestfailed', (request) => void open.delete(request))
  return open
}

it('seven visible windows on HTTP/1.1 work with one stream, and another one takes it over', async () => {
  const other = await openAs(amara)
  await search(other).fill(person)
  await expect.poll(() => names(other)).toEqual([person])
  await other.getByRole('rowheader', { name: person }).getByRole('button').click()
  const panel = other.getByRole('complementary')
  const changeRole = async (name: string) => {
    await panel.getByRole('button', { name: 'Change role' }).click()
    await panel.getByRole('radio', { name }).click()
    await panel.getByRole('button', { name: 'Change role' }).click()
    await expect.poll(() => role(other)).toBe(name)
  }

  const first = await openAs(amara)
  const windows = await Promise.all(
    Array.from({ length: 7 }, async () => {
      const page = await first.context().newPage()
      const streams = streamsOf(page)
      await page.goto(`${address()}/acme/settings/users?search=${encodeURIComponent(person)}`)
      return { page, streams }
    }),
  )
  await first.close()
  for (const { page } of windows) await expect.poll(() => counted(page)).toMatch(/^1 of /)
  const holding = () => windows.filter(({ streams }) => streams.size > 0)
  await expect.poll(() => holding().length).toBe(1)

  await changeRole('Billing')
  for (const { page } of windows) await expect.poll(() => role(page), { timeout: 15_000 }).toBe('Billing')

  const [holder] = holding()
  if (holder) windows.splice(windows.indexOf(holder), 1)
  await holder?.page.close()
  await expect.poll(() => holding().length).toBe(1)
  await changeRole('Auditor')
  for (const { page } of windows) await expect.poll(() => role(page), { timeout: 15_000 }).toBe('Auditor')
})
