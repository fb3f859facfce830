import { type Browser, chromium, type Page } from 'playwright'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import { chromiumArguments, chromiumPath } from '../../scripts/chromium.ts'
import type { OpenIdleEngine } from '../../src/state/idle/open-idle-engine.ts'
import { serveCopies } from './serve-copies.ts'

interface Noted {
  engine: OpenIdleEngine | null
  names: string[]
  phases: string[]
  before: number
  logouts: string[]
}

declare global {
  interface Window {
    noted: Record<'first' | 'second', Noted>
    listened: string[]
    pass(ms: number): void
  }
}

const minute = 60_000

let browser: Browser
let server: Awaited<ReturnType<typeof serveCopies>>

beforeAll(async () => {
  server = await serveCopies()
  browser = await chromium.launch({ executablePath: chromiumPath(), args: chromiumArguments })
})

afterAll(async () => {
  await browser?.close()
  server?.close()
})

/** Lets time pass in a page and at the backend. */
async function pass(page: Page, ms: number) {
  server.pass(ms)
  await page.evaluate((passed) => {
    window.pass(passed)
    window.dispatchEvent(new Event('focus'))
  }, ms)
}

const both = <Value>(page: Page, read: (noted: Noted) => Value) =>
  page.evaluate((source) => {
    const of = new Function('noted', `return (${source})(noted)`)
    return [of(window.noted.first), of(window.noted.second)]
  }, String(read))

it('two copies of the library on a page share one engine, one warning, one end and one stream', async () => {
  const context = await browser.newContext()
  onTestFinished(() => context.close())
  const page = await context.newPage()
  const streams = new Set<object>()
  const failed: string[] = []
  page.on('pageerror', ({ message }) => failed.push(message))
  page.on('request', (request) => {
    if (request.headers().accept?.includes('text/event-stream')) streams.add(request)
  })
  page.on('requestfinished', (request) => void streams.delete(request))
  page.on('requestfailed', (request) => void streams.delete(request))
  const headers = { Authorization: `Bearer ${server.token}`, 'Roster-Company': 'acme' }
  const { rev } = await (await fetch(`${server.url}v1/idle-logout`, { headers })).json()
  const saved = await fetch(`${server.url}v1/idle-logout`, {
    method: 'PUT',
    headers: {
      ...headers,
      'Content-Type': 'application/json',
      'Idempotency-Key': crypto.randomUUID(),
      'If-Match': `"${rev}"`,
    },
    body: JSON.stringify({ enabled: true, timeoutMinutes: 10, allowHold: false }),
  })
  expect(saved.status).toBe(200)

  await page.goto(server.url)
  await expect.poll(() => page.evaluate(() => window.noted.first?.phases.at(-1))).toBe('active')
  const listening = await page.evaluate(() => window.listened.filter((type) => type === 'pointermove').length)
  await page.addScriptTag({ url: '/second.js' })
  await expect.poll(() => page.evaluate(() => window.noted.second?.phases.at(-1))).toBe('active')
  await expect.poll(() => both(page, ({ names }) => names.length > 0)).toEqual([true, true])
  expect(
    await page.evaluate(() => window.noted.first.engine?.subscribe === window.noted.second.engine?.subscribe),
  ).toBe(true)
  expect(await page.evaluate(() => window.listened.filter((type) => type === 'pointermove').length)).toBe(
    listening,
  )
  await expect.poll(() => streams.size).toBe(1)

  await pass(page, 9.5 * minute)
  const stay = page.getByRole('button', { name: 'Stay logged in' })
  await stay.waitFor()
  expect(await stay.count()).toBe(1)
  const [left = 0, alsoLeft = 1] = await both(page, ({ engine }) => engine?.remaining())
  expect(Math.abs(left - alsoLeft)).toBeLessThan(50)
  await stay.click()
  await stay.waitFor({ state: 'detached' })
  expect(await both(page, ({ phases }) => phases.at(-1))).toEqual(['active', 'active'])

  await pass(page, 10 * minute)
  await page.getByRole('button', { name: 'Sign in again' }).waitFor()
  await expect.poll(() => both(page, ({ logouts }) => logouts.length)).toEqual([1, 0])
  expect(await both(page, ({ before }) => before)).toEqual([1, 0])
  expect(await page.getByRole('button', { name: 'Sign in again' }).count()).toBe(1)
  await expect.poll(() => both(page, ({ names }) => names)).toEqual([[], []])
  expect(failed).toEqual([])
})
