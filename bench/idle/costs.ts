import type { Stage } from './scenarios.ts'

/** The middle one of some values. */
export const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0

/** The timeout in measurements without a logout (ms). */
const long = 600_000

/** Times that are measured in turns, several in each window. */
export const speeds: Record<string, (stage: Stage) => Promise<number>> = {
  /** One event is used again and again, as its creation is the browser's cost. */
  async 'µs for 1,000 events, cross-tab on'({ open }) {
    const page = await open({ timeoutMs: long })
    await open({ timeoutMs: long })
    const runs = await page.evaluate(async () => {
      const types = ['pointermove', 'mousemove']
      const called = window.listeners.filter(({ type }) => types.includes(type))
      const nothing = () => {}
      const round = () => {
        const began = performance.now()
        for (const { type, call } of called) {
          const event = {
            type,
            isTrusted: true,
            screenX: 0,
            screenY: 0,
            pageX: 0,
            pageY: 0,
            clientX: 0,
            clientY: 0,
            timeStamp: began,
            target: document.body,
            preventDefault: nothing,
            stopImmediatePropagation: nothing,
          }
          for (let move = 1; move <= 100_000; move += 1) {
            event.screenX = event.pageX = event.clientX = move
            if (move % 1_000 === 0) event.timeStamp = performance.now()
            call(event)
          }
        }
        return (performance.now() - began) * 10
      }
      const found: number[] = []
      for (let index = 0; index < 12; index += 1) {
        found.push(round())
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
      return found.slice(5)
    })
    return median(runs)
  },
}

/** Measurements in one subject's windows. Each returns the cell of its row. */
export const costs: Record<string, (stage: Stage) => Promise<string>> = {
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
