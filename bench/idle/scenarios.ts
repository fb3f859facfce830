import type { BrowserContext, Page } from 'playwright'
import type { SubjectOptions } from './subject.ts'

/** What a scenario is played with. */
export interface Stage {
  context: BrowserContext
  /** Opens a window of the subject, all in one session unless another is named. */
  open(options?: Partial<SubjectOptions>): Promise<Page>
}

/** What happened, and whether that is right. */
export interface Finding {
  isRight: boolean
  what: string
}

/** The timeout in the scenarios, and how late a logout may be (ms). */
export const timeoutMs = 4_000
const late = 1_500

const isOut = (page: Page) => page.evaluate(() => window.outAt !== undefined)
const pass = (page: Page, ms: number) => page.waitForTimeout(ms)
const press = (page: Page) => page.locator('#text').press('a')

/** Waits for the logout of a window that nobody touches. */
async function expectLogout(page: Page, within = timeoutMs + late): Promise<Finding> {
  const began = Date.now()
  while (Date.now() - began < within) {
    if (await isOut(page)) return { isRight: true, what: 'logs out' }
    await pass(page, 50)
  }
  return { isRight: false, what: 'never logs out' }
}

/** Lets a person work for twice the timeout, and expects that the windows stay. */
async function expectToStay(pages: readonly Page[], work: () => Promise<unknown>): Promise<Finding> {
  for (const until = Date.now() + 2.2 * timeoutMs; Date.now() < until; ) {
    await work()
    for (const page of pages)
      if (await isOut(page)) return { isRight: false, what: 'logs out a person who works' }
    await new Promise((resolve) => setTimeout(resolve, 400))
  }
  return { isRight: true, what: 'stays' }
}

/** Situations of people and browsers, from the issues of such libraries. */
export const scenarios: Record<string, (stage: Stage) => Promise<Finding>> = {
  async 'frozen-peer: another tab is frozen'({ context, open }) {
    const [frozen, page] = [await open(), await open()]
    await press(page)
    const session = await context.newCDPSession(frozen)
    await session.send('Page.setWebLifecycleState', { state: 'frozen' })
    return expectLogout(page)
  },
  async 'crashed-peer: another tab has crashed'({ context, open }) {
    const [crashed, page] = [await open(), await open()]
    await press(page)
    const session = await context.newCDPSession(crashed)
    session.send('Page.crash').catch(() => undefined)
    return expectLogout(page)
  },
  async 'download-click: a file was downloaded'({ open }) {
    const page = await open()
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('#download').click()])
    await download.cancel()
    return expectLogout(page)
  },
  async 'cancel-leave: a person stayed on the page when asked'({ open }) {
    const page = await open()
    await press(page)
    // All that a page notices of a question that was cancelled. Chromium asks only after gestures that it counts.
    await page.evaluate(() => window.dispatchEvent(new Event('beforeunload', { cancelable: true })))
    return expectLogout(page)
  },
  async 'active-here-idle-there: one of two tabs is used'({ open }) {
    const [page, other] = [await open(), await open()]
    return expectToStay([page, other], () => press(page))
  },
  async 'sleep-past-T: eight hours of sleep, two tabs, then a key'({ open }) {
    const pages = [await open(), await open()]
    for (const page of pages) await page.evaluate(() => window.shiftClock(8 * 3_600_000))
    const [page] = pages
    if (!page) throw new Error('No page was opened.')
    await page.keyboard.press('a')
    const typed = await page.evaluate(() => window.typed)
    if (typed > 0) return { isRight: false, what: 'accepts input' }
    return { isRight: await isOut(page), what: 'covered before the key counts' }
  },
  async 'bfcache-return: back after the timeout'({ open }) {
    const page = await open()
    await press(page)
    await page.goto(new URL('/away', page.url()).href)
    await pass(page, timeoutMs + 500)
    await page.goBack({ waitUntil: 'commit' })
    return expectLogout(page, late)
  },
  async 'reload-keeps-idle: the page is reloaded before the timeout'({ open }) {
    const page = await open()
    await press(page)
    await pass(page, timeoutMs * 0.6)
    await page.reload()
    return expectLogout(page, timeoutMs * 0.4 + late)
  },
  async 'reopen-after-T: the page is opened again after the timeout'({ open }) {
    const page = await open()
    await press(page)
    await page.close()
    await new Promise((resolve) => setTimeout(resolve, timeoutMs + 500))
    return expectLogout(await open(), late)
  },
  async 'clock-back-1h: the clock is set back while a person works'({ open }) {
    const pages = [await open(), await open()]
    for (const page of pages) await page.evaluate(() => window.shiftClock(-3_600_000))
    const [page] = pages
    if (!page) throw new Error('No page was opened.')
    return expectToStay(pages, () => press(page))
  },
  async 'clock-back-1h: the clock is set back, and nobody is there'({ open }) {
    const page = await open()
    await press(page)
    await page.evaluate(() => window.shiftClock(-3_600_000))
    return expectLogout(page)
  },
  async 'iframe-same-origin: a person types in a frame'({ open }) {
    const page = await open()
    return expectToStay([page], () => page.frameLocator('iframe').locator('input').press('a'))
  },
  async 'untrusted-ignored: a script sends events'({ open }) {
    const page = await open()
    await press(page)
    await page.evaluate(() => {
      setInterval(() => {
        for (const type of ['mousemove', 'pointermove', 'keydown'])
          document.dispatchEvent(new Event(type, { bubbles: true }))
      }, 300)
    })
    return expectLogout(page)
  },
  async 'visible-but-idle-ends: the window gets the focus again and again'({ open }) {
    const page = await open()
    await press(page)
    await page.evaluate(() => {
      setInterval(() => window.dispatchEvent(new Event('focus')), 300)
    })
    return expectLogout(page)
  },
}
