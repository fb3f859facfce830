import { type Browser, type BrowserContext, chromium, type Frame, type Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chromiumArguments, chromiumPath } from '../../scripts/chromium.ts'
import type { OpenIdleEngine } from '../../src/state/idle/open-idle-engine.ts'
import { servePages } from './serve-engine-pages.ts'

declare global {
  interface Window {
    engine: OpenIdleEngine
    /** Settles when the message of {@link expectNotToCount} has come. */
    last: Promise<void>
  }
}

let browser: Browser
/** Finds a name that isn't this machine's at 127.0.0.1, so that it counts as another one in the network. */
let plain: Browser
let server: Awaited<ReturnType<typeof servePages>>

beforeAll(async () => {
  server = await servePages()
  const launch = (...args: string[]) =>
    chromium.launch({ executablePath: chromiumPath(), args: [...chromiumArguments, ...args] })
  browser = await launch()
  plain = await launch('--host-resolver-rules=MAP office.test 127.0.0.1')
})

afterAll(async () => {
  await browser?.close()
  await plain?.close()
  server?.close()
})

/** Opens a page in its own browser until the test has finished. */
async function openPage(
  finished: (end: () => Promise<void>) => void,
  parameters: Record<string, string> = {},
): Promise<Page> {
  const context = await browser.newContext()
  finished(() => context.close())
  return openBeside(context, parameters)
}

async function openBeside(context: BrowserContext, parameters: Record<string, string>): Promise<Page> {
  const page = await context.newPage()
  await page.goto(server.address('page', parameters))
  return page
}

const idleFor = (page: Page) => page.evaluate(() => window.engine.idleFor())

const waiting = { polling: 50, timeout: 60_000 }

/** Waits until nobody has been active for a second, and gives the moment on the page's clock. */
async function beIdle(page: Page): Promise<number> {
  await page.waitForFunction(() => window.engine.idleFor() > 1_000, undefined, waiting)
  return page.evaluate(() => performance.now())
}

/** Waits until someone has been active since a moment of `beIdle`, however long ago that is on a busy machine. */
const beActive = (page: Page, since: number) =>
  page.waitForFunction((moment) => window.engine.idleFor() < performance.now() - moment + 500, since, waiting)

/** Adds a frame to a document, or to a shadow root in it, and waits until it has loaded. */
async function addFrame(to: Page | Frame, address: string, isInShadow = false): Promise<Frame> {
  const element = await to.evaluateHandle(
    ([src, inShadow]) => {
      const frame = document.createElement('iframe')
      const host = document.body.appendChild(document.createElement('div'))
      const place = inShadow ? host.attachShadow({ mode: 'open' }) : host
      return new Promise<HTMLIFrameElement>((resolve) => {
        frame.onload = () => resolve(frame)
        frame.src = src
        place.append(frame)
      })
    },
    [address, isInShadow] as const,
  )
  const frame = await element.asElement()?.contentFrame()
  if (!frame) throw new Error(`No frame shows ${address}.`)
  return frame
}

/** Types in the field of a frame, and expects that it counts as activity of the page. */
async function expectToCount(page: Page, frame: Frame) {
  const since = await beIdle(page)
  await frame.locator('#text').press('a')
  // A frame of another origin is another process, whose message takes a moment.
  await beActive(page, since)
}

/** Types in the field of a frame, and expects that the page doesn't notice. */
async function expectNotToCount(page: Page, frame: Frame) {
  await frame.locator('#text').focus()
  await beIdle(page)
  await page.evaluate(() => {
    window.last = new Promise((resolve) =>
      addEventListener('message', ({ data }) => data === 'last' && resolve()),
    )
  })
  await frame.locator('#text').press('a')
  // Messages come in their order, so one about the key would have come before this one.
  await frame.evaluate(() => window.parent.postMessage('last', '*'))
  await page.evaluate(() => window.last)
  expect(await idleFor(page)).toBeGreaterThan(1_000)
}

// Most of the time these tests wait, so they wait together.
describe.concurrent('iframe-same-origin', () => {
  it('counts in frames that are added later, inside others, in shadow roots, and on another page', async ({
    onTestFinished,
  }) => {
    const page = await openPage(onTestFinished)
    const address = server.address('frame')
    const frame = await addFrame(page, address)
    await expectToCount(page, frame)
    await expectToCount(page, await addFrame(frame, address))
    await expectToCount(page, await addFrame(page, address, true))
    await frame.goto(server.address('frame', { script: '1' }))
    await expectToCount(page, frame)
  })

  it('ends with the engine', async ({ onTestFinished }) => {
    const page = await openPage(onTestFinished)
    const frame = await addFrame(page, server.address('frame'))
    await expectToCount(page, frame)
    await page.evaluate(() => window.engine.close())
    await expectNotToCount(page, frame)
  })
})

describe.concurrent('iframe-bridge', () => {
  const send = () => `sendIdleActivity({ origin: '${server.origin}' })`
  const accept = () => `acceptIdleActivity(engine, { origins: ['${server.foreignOrigin}'] })`

  it('counts in a frame of another origin where both sides use it, and not where one does not', async ({
    onTestFinished,
  }) => {
    const page = await openPage(onTestFinished, { script: accept() })
    await expectToCount(page, await addFrame(page, server.foreignAddress('frame', { script: send() })))
    await expectNotToCount(page, await addFrame(page, server.foreignAddress('frame')))
    const strict = await openPage(onTestFinished)
    await expectNotToCount(strict, await addFrame(strict, server.foreignAddress('frame', { script: send() })))
  })

  it('counts in a frame inside a frame', async ({ onTestFinished }) => {
    const page = await openPage(onTestFinished, { script: accept() })
    const outer = await addFrame(page, server.foreignAddress('frame'))
    const inner = await addFrame(outer, server.foreignAddress('frame', { script: send() }))
    await expectToCount(page, inner)
  })

  it.for([
    [
      'a page that accepts another origin',
      "acceptIdleActivity(engine, { origins: ['https://other.example'] })",
      undefined,
    ],
    [
      'a frame that sends to another origin',
      undefined,
      "sendIdleActivity({ origin: 'https://other.example' })",
    ],
  ] as const)('does not count: %s', async ([_, onPage, inFrame], { onTestFinished }) => {
    const page = await openPage(onTestFinished, { script: onPage ?? accept() })
    const frame = await addFrame(page, server.foreignAddress('frame', { script: inFrame ?? send() }))
    await expectNotToCount(page, frame)
  })

  it('ignores messages of the page itself, of other windows, and events of scripts', async ({
    onTestFinished,
  }) => {
    const page = await openPage(onTestFinished, { script: accept() })
    const forged = { kind: 'roster-idle-activity', ageMs: 0 }
    const frame = await addFrame(page, server.foreignAddress('frame', { script: send() }))
    const popup = page.waitForEvent('popup')
    await page.evaluate((address) => void window.open(address), server.foreignAddress('frame'))
    const other = await popup
    await other.waitForLoadState()
    const since = await beIdle(page)
    await page.evaluate((message) => window.postMessage(message, '*'), forged)
    await other.evaluate((message) => window.opener.postMessage(message, '*'), forged)
    await frame.evaluate(() => document.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true })))
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)))
    expect(await idleFor(page)).toBeGreaterThan(1_000)
    await frame.evaluate((message) => window.parent.postMessage(message, '*'), forged)
    await beActive(page, since)
  })
})

describe.concurrent('the engine in Chromium', () => {
  const timeoutMs = '3000'
  const expectEnd = (page: Page) =>
    page.waitForFunction(() => window.engine.getState().phase === 'ended', undefined, waiting)

  it('download-click: ends after a file was downloaded', async ({ onTestFinished }) => {
    const page = await openPage(onTestFinished, { timeoutMs })
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'download' }).click(),
    ])
    await download.cancel()
    await expectEnd(page)
  })

  it('cancel-leave: ends after a person stayed on the page when asked', async ({ onTestFinished }) => {
    const page = await openPage(onTestFinished, { timeoutMs })
    await page.evaluate(() => addEventListener('beforeunload', (event) => event.preventDefault()))
    await page.locator('#text').press('a')
    const asked = page.waitForEvent('dialog')
    await page.evaluate(() => void setTimeout(() => location.reload()))
    const question = await asked
    expect(question.type()).toBe('beforeunload')
    await question.dismiss()
    await expectEnd(page)
    expect(await page.locator('#text').inputValue()).toBe('a')
  })

  it('over plain HTTP, without Web Locks, two tabs share one deadline and one end', async ({
    expect,
    onTestFinished,
  }) => {
    const script = 'engine.onBeforeEnd(() => window.name = "before")'
    const context = await plain.newContext()
    onTestFinished(() => context.close())
    const pages = await Promise.all([0, 1].map(() => context.newPage()))
    // Long enough for a slow machine to press a key before the end.
    for (const page of pages) await page.goto(server.plainAddress('page', { timeoutMs: '10000', script }))
    const [page, other] = pages as [Page, Page]
    expect(await page.evaluate(() => [isSecureContext, typeof navigator.locks])).toEqual([false, 'undefined'])
    const since = await beIdle(other)
    await page.locator('#text').press('a')
    await beActive(other, since)
    for (const tab of pages) await expectEnd(tab)
    await expect
      .poll(() => Promise.all(pages.map((tab) => tab.evaluate(() => window.name))))
      .toContain('before')
    expect((await Promise.all(pages.map((tab) => tab.evaluate(() => window.name)))).sort()).toEqual([
      '',
      'before',
    ])
  })

  it.for(['frozen-peer', 'crashed-peer'] as const)(
    '%s: ends without the other tab',
    async (peer, { onTestFinished }) => {
      const page = await openPage(onTestFinished, { timeoutMs })
      const other = await openBeside(page.context(), { timeoutMs })
      const session = await page.context().newCDPSession(other)
      await page.locator('#text').press('a')
      if (peer === 'frozen-peer') await session.send('Page.setWebLifecycleState', { state: 'frozen' })
      else {
        const crashed = other.waitForEvent('crash')
        session.send('Page.crash').catch(() => undefined)
        await crashed
      }
      await expectEnd(page)
    },
  )
})
