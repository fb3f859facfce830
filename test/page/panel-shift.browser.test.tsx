import { describe, expect, it, onTestFinished } from 'vitest'
import { page } from 'vitest/browser'
import { aPage } from './a-page.tsx'

/** Notes the widths of a row's cells before each frame is laid out, where they are others than before. */
function watchColumns(container: Element): string[] {
  const seen: string[] = []
  let frame = 0
  const look = () => {
    const cells = [...container.querySelectorAll('tbody tr:nth-child(3) > *')]
    const widths = cells.map((cell) => Math.round(cell.getBoundingClientRect().width)).join(' ')
    if (seen.at(-1) !== widths) seen.push(widths)
    frame = requestAnimationFrame(look)
  }
  look()
  onTestFinished(() => cancelAnimationFrame(frame))
  return seen
}

describe('the panel of UsersSettings', () => {
  it.each(['users', 'invitations'] as const)(
    'changes the columns of %s once when it opens, and back when it closes',
    async (tab) => {
      await page.viewport(1_280, 720)
      const screen = await aPage({ width: 1_200, defaultView: { tab } })
      const opener = () => screen.container.querySelectorAll<HTMLElement>('[data-primary]')[2]
      await expect.poll(opener).toBeTruthy()
      const seen = watchColumns(screen.container)
      const [before] = seen

      opener()?.click()
      const close = page.getByRole('button', { name: 'Close', exact: true })
      await expect.element(close).toBeVisible()
      await expect.poll(() => seen).toHaveLength(2)
      await close.click()
      await expect.element(close).not.toBeInTheDocument()
      await expect.poll(() => seen.at(-1)).toBe(before)
      expect(seen).toHaveLength(3)
    },
  )
})
