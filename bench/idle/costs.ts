import type { Stage } from './scenarios.ts'

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0

/** The timeout in measurements without a logout (ms). */
const long = 600_000

/** Measurements in one subject's windows. Each returns the cell of its row. */
export const costs: Record<string, (stage: Stage) => Promise<string>> = {
  async 'µs for 1,000 events, cross-tab on (median of 15)'({ open }) {
    const page = await open({ timeoutMs: long })
    await open({ timeoutMs: long })
    const runs = await page.evaluate(async () => {
      const types = ['pointermove', 'mousemove']
      const called = window.listeners.filter(({ type }) => types.includes(type))
      const round = () => {
        const began = performance.now()
        for (let move = 0; move < 20_000; move += 1)
          for (const { type, call } of called)
            call({
              type,
              isTrusted: true,
              screenX: move,
              screenY: move,
              pageX: move,
              pageY: move,
              clientX: move,
              clientY: move,
              timeStamp: performance.now(),
              target: document.body,
              preventDefault() {},
              stopImmediatePropagation() {},
            })
        return ((performance.now() - began) * 1_000) / 20
      }
      const found: number[] = []
      for (let index = 0; index < 20; index += 1) {
        found.push(round())
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
      return found.slice(5)
    })
    return Math.round(median(runs)).toString()
  },
  async 'listeners of a window, for 1 hook and for 3'({ open }) {
    const counts: number[] = []
    for (const hooks of [1, 3]) {
      const page = await open({ timeoutMs: long, hooks, session: `listeners-${hooks}` })
      counts.push(await page.evaluate(() => window.listeners.length - window.othersListeners))
    }
    return counts.join(', ')
  },
  async 'timer callbacks in a minute, idle and visible'({ open }) {
    const page = await open({ timeoutMs: long })
    await page.locator('#text').press('a')
    await page.waitForTimeout(5_000)
    const before = await page.evaluate(() => window.timers)
    await page.waitForTimeout(60_000)
    return String((await page.evaluate(() => window.timers)) - before)
  },
  async 'logout callbacks, 5 tabs, 8 rounds'({ open }) {
    const found: number[] = []
    for (let round = 0; round < 8; round += 1) {
      const pages = []
      for (let tab = 0; tab < 5; tab += 1)
        pages.push(await open({ timeoutMs: 2_000, warnMs: 500, session: `round-${round}` }))
      await pages[0]?.locator('#text').press('a')
      await new Promise((resolve) => setTimeout(resolve, 4_500))
      let sum = 0
      for (const page of pages) {
        sum += await page.evaluate(() => window.logouts)
        await page.close()
      }
      found.push(sum)
    }
    return `${found.join(' ')}`
  },
}
