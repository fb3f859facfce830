import '../../src/styles/index.css'
import type { ReactElement } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { describe, expect, it, onTestFinished } from 'vitest'
import { page as browser } from 'vitest/browser'
import { UsersTable } from '../../src/components/users-table/UsersTable.tsx'
import { RosterProvider } from '../../src/page/RosterProvider.tsx'
import { UsersSettings } from '../../src/page/UsersSettings.tsx'
import { RosterUI } from '../../src/primitives/roster-ui/RosterUI.tsx'
import { users } from '../../stories/components/people.ts'
import { aStack } from '../hooks/a-stack.tsx'
import { aPage } from './a-page.tsx'

interface LayoutShift extends PerformanceEntry {
  value: number
}

/** Resolves after a frame is painted. */
const painted = () =>
  new Promise<void>((resolve) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => resolve()
      port2.postMessage(null)
    }),
  )

async function paintedTwice() {
  await painted()
  await painted()
}

/** Sums the layout shifts from now on. */
function watchShifts() {
  const shifts: number[] = []
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) shifts.push((entry as LayoutShift).value)
  })
  observer.observe({ type: 'layout-shift' })
  onTestFinished(() => observer.disconnect())
  return () => {
    for (const entry of observer.takeRecords()) shifts.push((entry as LayoutShift).value)
    return shifts.reduce((sum, value) => sum + value, 0)
  }
}

/** Paints a server's HTML. Returns what hydrates it, and how far its parts have moved since. */
async function paintOf(element: ReactElement) {
  const box = document.createElement('div')
  box.style.blockSize = '100dvh'
  box.innerHTML = renderToString(element)
  document.body.style.margin = '0'
  document.body.prepend(box)
  onTestFinished(() => {
    box.remove()
    document.body.removeAttribute('style')
  })
  await paintedTwice()
  const shifted = watchShifts()
  const hydrate = () => {
    const root = hydrateRoot(box, element)
    onTestFinished(() => root.unmount())
  }
  return { box, hydrate, shifted }
}

const people = users(60)
const nothing = () => {}

describe("a server's HTML with the names of users", () => {
  it.each([320, 390, 540, 580, 768, 1_000, 1_280])(
    'moves nothing when it comes to life, %i pixels wide',
    async (width) => {
      await browser.viewport(width, 800)
      const table = (
        <RosterUI timeZone="UTC" style={{ blockSize: '100%' }}>
          <UsersTable
            users={people}
            onOpenUser={nothing}
            onSelectionChange={nothing}
            onSortChange={nothing}
          />
        </RosterUI>
      )
      const { box, hydrate, shifted } = await paintOf(table)
      const names = () => [...box.querySelectorAll('.roster-user-name')].map((name) => name.textContent)
      const before = names()
      expect(before.length).toBeGreaterThan(5)
      hydrate()
      await expect.poll(() => box.querySelector('.roster-table')?.hasAttribute('data-size')).toBe(true)
      await paintedTwice()
      expect(names().slice(0, 5)).toEqual(before.slice(0, 5))
      expect(shifted()).toBeLessThanOrEqual(0.02)
    },
  )
})

describe("a server's HTML of UsersSettings", () => {
  it.each([320, 390, 768, 1_280])(
    'moves nothing until its users are shown, %i pixels wide',
    async (width) => {
      await browser.viewport(width, 800)
      const { api } = await aStack()
      const settings = (
        <RosterProvider api={api} timeZone="UTC">
          <UsersSettings />
        </RosterProvider>
      )
      const { box, hydrate, shifted } = await paintOf(settings)
      hydrate()
      await expect.poll(() => box.querySelector('.roster-count')?.textContent).toBe('1,204 users')
      await expect.poll(() => box.querySelectorAll('.roster-user-name').length).toBeGreaterThan(5)
      await paintedTwice()
      expect(shifted()).toBeLessThanOrEqual(0.02)
    },
  )
})

describe('opening and closing the panel', () => {
  it('never shows a table that is squeezed, and moves nothing above it', async () => {
    await browser.viewport(1_280, 720)
    const page = await aPage({ width: 1_280 })
    await expect.poll(page.count).toBe('1,204 users')
    const widths: number[] = []
    const tops = new Set<string>()
    const { container } = page
    let isWatching = true
    onTestFinished(() => {
      isWatching = false
    })
    const watch = async () => {
      while (isWatching) {
        await painted()
        const name = container.querySelector('tbody [data-column="user"]')
        if (name) widths.push(name.getBoundingClientRect().width)
        const above = ['.roster-page-title', '.roster-tabs', '.roster-list-toolbar', '.roster-table-head']
        tops.add(String(above.map((part) => container.querySelector(part)?.getBoundingClientRect().top)))
      }
    }
    void watch()
    container.querySelector<HTMLElement>('[aria-rowindex="4"] [data-primary]')?.click()
    await expect.element(page.getByRole('complementary')).toBeVisible()
    await paintedTwice()
    await page.getByRole('button', { name: 'Close', exact: true }).click()
    await expect.element(page.getByRole('complementary')).not.toBeInTheDocument()
    await paintedTwice()
    expect(widths.length).toBeGreaterThan(4)
    expect(Math.min(...widths)).toBeGreaterThanOrEqual(218)
    expect(tops.size).toBe(1)
  })
})
