import type { Browser, CDPSession, Page } from 'playwright'

/** What one run of a subject found: main-thread milliseconds, and long frames of a fling. */
export type Measures = Partial<Record<Measure, number>>

/** What is measured, in the order of a run. */
export const measures = [
  'mount',
  'later',
  'select',
  'toggle',
  'search',
  'sort',
  'scroll',
  'fling',
  'longFrames',
] as const

/** Name of a measure. */
export type Measure = (typeof measures)[number]

const frames = 60

/** Longer than a page waits before it loads what it will need soon, in milliseconds. */
const untilLoaded = 3_000

/** Runs a subject once in a new page. */
export async function measure(
  browser: Browser,
  { script, sheet }: { script: string; sheet: string },
  rows: number,
): Promise<Measures> {
  const page = await browser.newPage({ viewport: { width: 1_280, height: 900 } })
  try {
    await page.setContent(`<style>${sheet}</style><div id="root" style="inline-size: 1200px"></div>`)
    await page.addScriptTag({ content: script })
    await page.evaluate((total) => {
      Object.assign(window, { people: window.createPeople(total) })
    }, rows)
    const session = await page.context().newCDPSession(page)
    await session.send('Performance.enable', { timeDomain: 'threadTicks' })
    const cost = (act: () => Promise<unknown>) => costOf(page, session, act)

    const found: Measures = {}
    found.mount = await cost(() =>
      page.evaluate(() => {
        const { people } = window as unknown as { people: Parameters<typeof window.subject.mount>[1] }
        window.subject.mount(document.getElementById('root') as HTMLElement, people)
      }),
    )
    // The dialogs, the panel and the other tabs load when the page has stood still for two seconds.
    found.later = await cost(() => page.waitForTimeout(untilLoaded))
    // The first selected row also brings the bar of the selection into the page.
    found.select = await cost(() => check(page, 4))
    found.toggle = await cost(() => check(page, 6))
    await cost(() => type(page, 'a'))
    found.search = await cost(() => type(page, 'ad'))
    await cost(() => type(page, ''))
    found.sort = await cost(() =>
      page.evaluate(() => document.querySelector<HTMLElement>('[data-column] button')?.click()),
    )
    found.scroll = (await cost(() => scroll(page, 104))) / frames
    if (rows >= 1_000) {
      let gaps: number[] = []
      found.fling =
        (await cost(async () => {
          gaps = await scroll(page, undefined)
        })) / frames
      found.longFrames = gaps.filter((gap) => gap > 33).length
    }
    return found
  } finally {
    await page.close()
  }
}

/** Main-thread time of an act and of all that follows from it. */
async function costOf(page: Page, session: CDPSession, act: () => Promise<unknown>): Promise<number> {
  const before = await taskTime(session)
  await act()
  let last = before
  for (;;) {
    await page.waitForTimeout(350)
    const now = await taskTime(session)
    if (now - last < 2) return now - before
    last = now
  }
}

async function taskTime(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1_000
}

const check = (page: Page, index: number) =>
  page.evaluate(
    (index) => document.querySelectorAll<HTMLElement>('input[type=checkbox]')[index]?.click(),
    index,
  )

/** Types as React and the DOM see it. */
const type = (page: Page, text: string) =>
  page.evaluate((value) => {
    const input = document.querySelector<HTMLInputElement>(
      'input[type=search], input[type=text], input:not([type])',
    )
    if (!input) throw new Error('The subject has no search field.')
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, value)
    input.dispatchEvent(new Event('input', { bubbles: true }))
  }, text)

/** Scrolls for 60 frames by `step` pixels each, or over the whole length; returns the time between frames. */
const scroll = (page: Page, step: number | undefined) =>
  page.evaluate(
    ({ step, frames }) =>
      new Promise<number[]>((resolve) => {
        const scroller = window.subject.scroller(document.getElementById('root') as HTMLElement)
        const by = step ?? (scroller.scrollHeight - scroller.clientHeight) / frames
        scroller.scrollTop = 0
        const gaps: number[] = []
        let last: number | undefined
        let left = frames
        const frame = (now: number) => {
          if (last !== undefined) gaps.push(now - last)
          last = now
          if (left === 0) return resolve(gaps)
          left -= 1
          scroller.scrollTop += by
          requestAnimationFrame(frame)
        }
        requestAnimationFrame(frame)
      }),
    { step, frames },
  )
