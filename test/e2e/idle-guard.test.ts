import * as v from 'valibot'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPlainChromium, type PlainTab } from './a-plain-chromium.ts'
import { serveGuardedPage } from './serve-guarded-page.ts'

const notedShape = v.object({
  phases: v.array(v.object({ phase: v.string(), isHidden: v.boolean(), idle: v.number() })),
  before: v.number(),
  logouts: v.array(v.string()),
  violations: v.array(v.string()),
  persisted: v.nullable(v.boolean()),
})

const noted = async (tab: PlainTab) =>
  v.parse(v.optional(notedShape), await tab.evaluate('globalThis.noted')) ?? null

/** Waits until a page has ended its session, and returns what it noted. */
async function ended(tab: PlainTab) {
  await expect.poll(async () => (await noted(tab))?.logouts.length ?? 0, { timeout: 60_000 }).toBe(1)
  const all = await noted(tab)
  const end = all?.phases.find(({ phase }) => phase === 'ended')
  if (!all || !end) throw new Error('The session has not ended.')
  return { ...all, end }
}

const title = (tab: PlainTab) => tab.evaluate(`document.querySelector('dialog[open] h2')?.textContent`)
const isReplyVisible = `document.querySelector('textarea').checkVisibility({ visibilityProperty: true })`

describe('the guard in a Chromium without Playwright’s defaults', () => {
  let server: Awaited<ReturnType<typeof serveGuardedPage>>
  let browser: Awaited<ReturnType<typeof aPlainChromium>>
  let sessions = 0

  beforeAll(async () => {
    ;[server, browser] = await Promise.all([serveGuardedPage(), aPlainChromium()])
  })

  afterAll(async () => {
    await browser?.close()
    server?.close()
  })

  function addressOf({ timeout = 6_000, warn = 2_000, asks = '' } = {}) {
    sessions += 1
    const query = new URLSearchParams({
      session: `s${sessions}`,
      timeout: `${timeout}`,
      warn: `${warn}`,
      asks,
    })
    return `${server.url}?${query}`
  }

  it('no-input-after-mount, strict-csp: warns and ends within a second, without a violation', async () => {
    const tab = await browser.open(addressOf())
    const { phases, end, logouts, violations } = await ended(tab)
    expect(phases.map(({ phase }) => phase)).toEqual(['warning', 'ended'])
    expect(end.isHidden).toBe(false)
    expect(end.idle).toBeLessThan(7_000)
    expect([logouts, violations]).toEqual([['idle'], []])
    expect(await title(tab)).toBe('You were logged out')
    expect(await tab.evaluate(isReplyVisible)).toBe(false)
  })

  it('visible-but-idle-ends: being looked at, focused and scrolled by scripts does not extend', async () => {
    const tab = await browser.open(addressOf())
    await tab.evaluate(`setInterval(() => {
      document.querySelector('textarea').focus()
      scrollTo(0, Math.random() * 100)
      dispatchEvent(new Event('focus'))
      document.dispatchEvent(new Event('visibilitychange'))
      dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }))
    }, 200)`)
    const { end } = await ended(tab)
    expect([end.isHidden, end.idle < 7_000]).toEqual([false, true])
  })

  it('hidden-deadline: a hidden page ends within a second, although its timers are throttled', async () => {
    const tab = await browser.open(addressOf({ timeout: 20_000 }))
    const above = await browser.open(`${server.url}other`)
    await above.show()
    await expect.poll(() => tab.evaluate('document.hidden')).toBe(true)
    const { end, phases } = await ended(tab)
    expect(phases.every(({ isHidden }) => isHidden)).toBe(true)
    // A throttled timer is late by up to a second, and a busy machine by some of the next one.
    expect(end.idle).toBeLessThan(22_000)
  })

  it('bfcache-return: a page that comes back after T is covered, and shows no data', async () => {
    const tab = await browser.open(addressOf())
    await tab.show()
    await expect.poll(() => tab.evaluate('globalThis.noted !== undefined')).toBe(true)
    const left = Date.now()
    await tab.call('Page.navigate', { url: `${server.url}other` })
    await expect.poll(() => tab.evaluate('location.pathname')).toBe('/other')
    await expect.poll(() => Date.now() - left, { timeout: 10_000 }).toBeGreaterThan(7_000)
    await tab.evaluate('history.back()')
    const all = await ended(tab)
    expect(all.persisted).toBe(true)
    expect(all.phases.map(({ phase }) => phase)).toEqual(['ended'])
    expect([await title(tab), await tab.evaluate(isReplyVisible)]).toEqual(['You were logged out', false])
  })

  it('logout-once: five pages, one call before the logout, and one logout in each', async () => {
    const address = addressOf()
    const tabs = [await browser.open(address)]
    for (let count = 1; count < 5; count += 1) tabs.push(await browser.open(address))
    const all = await Promise.all(tabs.map(ended))
    expect(all.reduce((sum, { before }) => sum + before, 0)).toBe(1)
    expect(all.map(({ logouts }) => logouts)).toEqual(Array(5).fill(['idle']))
  })

  describe('B25: a page that asks before it is left', () => {
    /** A page with a half-written reply, which asks before it is left, and the questions that were shown. */
    async function aPageThatAsks(asks: 'property' | 'listener') {
      const tab = await browser.open(addressOf({ asks }))
      const questions: unknown[] = []
      tab.on('Page.javascriptDialogOpening', (question) => {
        questions.push(question)
        void tab.call('Page.handleJavaScriptDialog', { accept: false })
      })
      await tab.show()
      await expect.poll(() => tab.evaluate(`document.querySelector('textarea') !== null`)).toBe(true)
      await tab.click(40, 20)
      await tab.call('Input.insertText', { text: 'Half a reply' })
      return { tab, questions }
    }

    it('goes to the sign-in page without a question', async () => {
      const { tab, questions } = await aPageThatAsks('property')
      await expect.poll(() => tab.evaluate('location.pathname'), { timeout: 60_000 }).toBe('/signed-out')
      expect(questions).toEqual([])
    })

    it('is covered although the person says Stay, and leads back to nothing', async () => {
      const { tab, questions } = await aPageThatAsks('listener')
      await expect.poll(() => questions.length, { timeout: 60_000 }).toBe(1)
      expect(await title(tab)).toBe('You were logged out')
      expect(await tab.evaluate(isReplyVisible)).toBe(false)
      await tab.click(40, 20)
      await tab.call('Input.insertText', { text: '!' })
      expect(await tab.evaluate(`document.querySelector('textarea').value`)).toBe('Half a reply')
      const button = `document.querySelector('dialog[open] button')`
      expect(await tab.evaluate(`${button}.textContent`)).toBe('Sign in again')
      await tab.evaluate(`${button}.click()`)
      await expect.poll(() => questions.length).toBe(2)
      expect(await title(tab)).toBe('You were logged out')
    })
  })
})
