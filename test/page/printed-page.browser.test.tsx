import { expect, it, onTestFinished } from 'vitest'
import { cdp, page } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { UsersTable } from '../../src/components/users-table/UsersTable.tsx'
import { RosterUI } from '../../src/primitives/roster-ui/RosterUI.tsx'
import { user, users } from '../../stories/components/people.ts'
import { aPage } from './a-page.tsx'

/** The width of A4 with the margins that browsers give it, in pixels. */
const paper = 718

/** Texts of a table's cells and headings that are cut, or that leave their cell. */
function cutTexts(container: Element): string[] {
  const cut: string[] = []
  for (const cell of container.querySelectorAll('thead th, tbody th, tbody td')) {
    const box = cell.getBoundingClientRect()
    const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT)
    for (let text = walker.nextNode(); text; text = walker.nextNode()) {
      const around = text.parentElement as HTMLElement
      if (around.closest('.roster-hidden, [popover]') || !around.checkVisibility()) continue
      const range = document.createRange()
      range.selectNodeContents(text)
      const { left, right } = range.getBoundingClientRect()
      const isOutside = left < box.left - 1 || right > box.right + 1
      if (isOutside || around.scrollWidth > around.clientWidth + 1) cut.push(`${text.textContent}`)
    }
  }
  return cut
}

/** Lays a page out as for paper. */
async function print(container: Element) {
  onTestFinished(async () => void (await cdp().send('Emulation.setEmulatedMedia', { media: '' })))
  await cdp().send('Emulation.setEmulatedMedia', { media: 'print' })
  const box = container.firstElementChild as HTMLElement
  box.style.inlineSize = `${paper}px`
}

it.each([
  ['users', 'cosy', 1_280],
  ['users', 'compact', 1_600],
  ['users', 'cosy', 360],
  ['invitations', 'cosy', 1_280],
  ['invitations', 'compact', 1_600],
] as const)('printed %s are whole on paper, whatever the window: %s, %i px', async (tab, density, width) => {
  await page.viewport(width, 700)
  const screen = await aPage({ width, defaultView: { tab, users: { density } } })
  const { container } = screen
  await expect.poll(() => container.querySelectorAll('tbody [data-primary]').length).toBeGreaterThan(5)
  await print(container)
  expect(cutTexts(container)).toEqual([])
  expect(container.querySelector('table')?.getBoundingClientRect().width).toBe(paper)
})

it('a long name and a long address wrap on paper, and the other columns stay readable', async () => {
  await page.viewport(1_280, 700)
  const long = {
    ...user(0),
    name: `Wolfeschlegelsteinhausenbergerdorff ${'Maximiliane '.repeat(6)}`,
    email: `${'a'.repeat(64)}@${'b'.repeat(60)}.${'c'.repeat(22)}.example`,
  }
  const { container } = await render(
    <RosterUI timeZone="UTC" style={{ blockSize: 600 }}>
      <UsersTable
        users={users(8, (index) => (index === 3 ? long : user(index)))}
        onOpenUser={() => {}}
        onSelectionChange={() => {}}
      />
    </RosterUI>,
  )
  await expect.poll(() => container.querySelector('.roster-table')?.hasAttribute('data-size')).toBe(true)
  await print(container)
  expect(cutTexts(container)).toEqual([])
  expect(container.querySelector('table')?.getBoundingClientRect().width).toBe(paper)
})

it('controls print the background that says whether they are on', async () => {
  await page.viewport(1_280, 700)
  const { container } = await aPage({ width: 1_280, defaultView: { tab: 'idleLogout' } })
  await expect.poll(() => container.querySelector('.roster-switch')).not.toBeNull()
  await page.getByRole('switch').first().click()
  const drawn = ['.roster-switch', '.roster-radio', '.roster-button[data-variant="primary"]']
  await expect.poll(() => drawn.map((part) => container.querySelector(part) !== null)).not.toContain(false)
  for (const part of drawn)
    expect(getComputedStyle(container.querySelector(part) as Element).printColorAdjust, part).toBe('exact')
})
