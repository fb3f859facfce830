import { type Browser, chromium, type Frame, type Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { chromiumArguments, chromiumPath } from '../../scripts/chromium.ts'
import type { OpenIdleEngine } from '../../src/state/idle/open-idle-engine.ts'
import { servePages } from './serve-engine-pages.ts'

declare global {
  interface Window {
    engine: OpenIdleEngine
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

async function openPage(parameters: Record<string, string> = {}, shared?: Page): Promise<Page> {
  const context = shared?.context() ?? (await browser.newContext())
  const page = await context.newPage()
  if (!shared) onTestFinished(() => context.close())
  await page.goto(server.address('page', parameters))
  return page
}

const idleFor = (page: Page) => page.evaluate(() => window.engine.idleFor())
const phase = (page: Page) => page.evaluate(() => window.engine.getState().phase)

/** Waits until nobody has been active for a second. */
const beIdle = (page: Page) => expect.poll(() => idleFor(page), { timeout: 5_000 }).toBeGreaterThan(1_000)

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
  await beIdle(page)
  await frame.locator('#text').press('a')
  // A frame of another origin is another process, whose message takes a moment.
  await expect.poll(() => idleFor(page)).toBeLessThan(1_000)
}

/** Types in the field of a frame, and expects that the page doesn't notice. */
async function expectNotToCount(page: Page, frame: Frame) {
  await frame.locator('#text').focus()
  await beIdle(page)
  await frame.locator('#text').press('a')
  expect(await idleFor(page)).toBeGreaterThan(1_000)
}

describe('iframe-same-origin', () => {
  it('counts in frames that are added later, inside others, in shadow roots, and on another page', async () => {
    const page = await openPage()
    const address = server.address('frame')
    const frame = await addFrame(page, address)
    await expectToCount(page, frame)
    await expectToCount(page, await addFrame(frame, address))
    await expectToCount(page, await addFrame(page, address, true))
    await frame.goto(server.address('frame', { script: '1' }))
    await expectToCount(page, frame)
  })

  it('ends with the engine', async () => {
    const page = await openPage()
    const frame = await addFrame(page, server.address('frame'))
    await expectToCount(page, frame)
    await page.evaluate(() => window.engine.close())
    await expectNotToCount(page, frame)
  })
})

describe('iframe-bridge', () => {
  const send = () => `sendIdleActivity({ origin: '${server.origin}' })`
  const accept = () => `acceptIdleActivity(engine, { origins: ['${server.foreignOrigin}'] })`

  it('counts in a frame of another origin where both sides use it, and not where one does not', async () => {
    const page = await openPage({ script: accept() })
    await expectToCount(page, await addFrame(page, server.foreignAddress('frame', { script: send() })))
    await expectNotToCount(page, await addFrame(page, server.foreignAddress('frame')))
    const strict = await openPage()
    await expectNotToCount(strict, await addFrame(strict, server.foreignAddress('frame', { script: send() })))
  })

  it('counts in a frame inside a frame', async () => {
    const page = await openPage({ script: accept() })
    const outer = await addFrame(page, server.foreignAddress('frame'))
    const inner = await addFrame(outer, server.foreignAddress('frame', { script: send() }))
    await expectToCount(page, inner)
  })

  it.each([
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
  ])('does not count: %s', async (_, onPage, inFrame) => {
    const page = await openPage({ script: onPage ?? accept() })
    const frame = await addFrame(page, server.foreignAddress('frame', { script: inFrame ?? send() }))
    await expectNotToCount(page, frame)
  })

  it('ignores messages of the page itself, of other windows, and events of scripts', async () => {
    const page = await openPage({ script: accept() })
    const forged = { kind: 'roster-idle-activity', ageMs: 0 }
    const frame = await addFrame(page, server.foreignAddress('frame', { script: send() }))
    const popup = page.waitForEvent('popup')
    await page.evaluate((address) => void window.open(address), server.foreignAddress('frame'))
    const other = await popup
    await other.waitForLoadState()
    await beIdle(page)
    await page.evaluate((message) => window.postMessage(message, '*'), forged)
    await other.evaluate((message) => window.opener.postMessage(message, '*'), forged)
    await frame.evaluate(() => document.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true })))
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)))
    expect(await idleFor(page)).toBeGreaterThan(1_000)
    await frame.evaluate((message) => window.parent.postMessage(message, '*'), forged)
    await expect.poll(() => idleFor(page)).toBeLessThan(1_000)
  })
})

describe('the engine in Chromium', () => {
  const timeoutMs = '3000'
  const expectEnd = (page: Page) => expect.poll(() => phase(page), { timeout: 6_000 }).toBe('ended')

  it('download-click: ends after a file was downloaded', async () => {
    const page = await openPage({ timeoutMs })
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'download' }).click(),
    ])
    await download.cancel()
    await expectEnd(page)
  })

  it('cancel-leave: ends after a person stayed on the page when asked', async () => {
    const page = await openPage({ timeoutMs })
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

  it('over plain HTTP, without Web Locks, two tabs share one deadline and one end', async () => {
    const script = 'engine.onBeforeEnd(() => window.name = "before")'
    const context = await plain.newContext()
    onTestFinished(() => context.close())
    const pages = await Promise.all([0, 1].map(() => context.newPage()))
    for (const page of pages) await page.goto(server.plainAddress('page', { timeoutMs, script }))
    const [page, other] = pages as [Page, Page]
    expect(await page.evaluate(() => [isSecureContext, typeof navigator.locks])).toEqual([false, 'undefined'])
    for (const until = Date.now() + 4_000; Date.now() < until; ) {
      await page.locator('#text').press('a')
      await new Promise((resolve) => setTimeout(resolve, 200))
    }
    expect(await phase(other)).toBe('active')
    for (const tab of pages) await expectEnd(tab)
    await expect
      .poll(() => Promise.all(pages.map((tab) => tab.evaluate(() => window.name))))
      .toContain('before')
    expect((await Promise.all(pages.map((tab) => tab.evaluate(() => window.name)))).sort()).toEqual([
      '',
      'before',
    ])
  })

  it.each(['frozen-peer', 'crashed-peer'] as const)('%s: ends without the other tab', async (peer) => {
    const page = await openPage({ timeoutMs })
    const other = await openPage({ timeoutMs }, page)
    const session = await page.context().newCDPSession(other)
    await page.locator('#text').press('a')
    if (peer === 'frozen-peer') await session.send('Page.setWebLifecycleState', { state: 'frozen' })
    else {
      const crashed = other.waitForEvent('crash')
      session.send('Page.crash').catch(() => undefined)
      await crashed
    }
    await expectEnd(page)
  })
})
