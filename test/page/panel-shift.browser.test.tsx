import { describe, expect, it, onTestFinished } from 'vitest'
import { page } from 'vitest/browser'
import { aPage } from './a-page.tsx'

/** How many layout shifts a browser counts from now on. */
function countShifts() {
  let shifts = 0
  const observer = new PerformanceObserver((list) => {
    shifts += list.getEntries().length
  })
  observer.observe({ type: 'layout-shift' })
  onTestFinished(() => observer.disconnect())
  return () => {
    shifts += observer.takeRecords().length
    return shifts
  }
}

const pastShifts = () => new Promise((resolve) => setTimeout(resolve, 500))

describe('the panel of UsersSettings', () => {
  it.each(['users', 'invitations'] as const)(
    'moves the columns of %s once when it opens and closes',
    async (tab) => {
      await page.viewport(1_280, 720)
      const screen = await aPage({ width: 1_200, defaultView: { tab } })
      const opener = () => screen.container.querySelectorAll<HTMLElement>('[data-primary]')[2]
      await expect.poll(opener).toBeTruthy()
      await expect.poll(() => screen.container.querySelector('.roster-page-dock')).not.toBeNull()
      const close = page.getByRole('button', { name: 'Close', exact: true })

      const whileOpening = countShifts()
      opener()?.click()
      await expect.element(close).toBeVisible()
      await pastShifts()
      expect(whileOpening()).toBeLessThanOrEqual(1)

      const whileClosing = countShifts()
      await close.click()
      await expect.element(close).not.toBeInTheDocument()
      await pastShifts()
      expect(whileClosing()).toBeLessThanOrEqual(1)
    },
  )
})
