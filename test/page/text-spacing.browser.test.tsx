import { afterEach, describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { aPage } from './a-page.tsx'
import { anInvitationsPage } from './an-invitations-page.tsx'

/** The spacing that a person may set, by WCAG 1.4.12. */
const spacing = document.createElement('style')
spacing.textContent = `
* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
p { margin-bottom: 2em !important }`
afterEach(() => spacing.remove())

/** Where a cut text is whole: the panel. */
const wholeInPanel = '.roster-chip, .roster-table-primary, .roster-user-email, .roster-panel-name'
const unseen = '.roster-hidden, .roster-live-regions, style, [aria-hidden=true]'

const hides = (overflow: string) => overflow === 'hidden' || overflow === 'clip'

/** Whether an element around a text cuts it. One that scrolls doesn't. */
function isCut(text: Text): boolean {
  const range = document.createRange()
  range.selectNodeContents(text)
  const lines = [...range.getClientRects()].filter(({ width }) => width > 0.5)
  for (let box = text.parentElement; box && box !== document.body; box = box.parentElement) {
    const { overflowX, overflowY, position } = getComputedStyle(box)
    const { left, right, top, bottom } = box.getBoundingClientRect()
    const slack = overflowX === 'clip' ? 4 : 0.6
    if (hides(overflowX) && lines.some((line) => line.left < left - slack || line.right > right + slack))
      return true
    // The box of a line is higher than its letters.
    if (hides(overflowY) && lines.some((line) => line.top < top - 3 || line.bottom > bottom + 3)) return true
    if (position === 'fixed' || overflowY === 'auto') return false
  }
  return false
}

/** The texts that are cut. */
function cutTexts(): string[] {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const cut: string[] = []
  while (walker.nextNode()) {
    const text = walker.currentNode as Text
    const parent = text.parentElement
    if (!parent?.checkVisibility({ visibilityProperty: true }) || parent.closest(unseen)) continue
    if (!parent.closest(wholeInPanel) && isCut(text)) cut.push(text.data)
  }
  return cut
}

const nextFrames = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 100)))

/** Texts that are cut because of the spacing. */
async function cutBySpacing() {
  const before = cutTexts()
  document.head.append(spacing)
  await nextFrames()
  return cutTexts().filter((text) => !before.includes(text))
}

const heights = () =>
  [...document.querySelectorAll('.roster-table-row')].map((row) => row.getBoundingClientRect().height)

describe('the letter, word and line spacing of WCAG 1.4.12', () => {
  it.each([1_200, 900, 560, 390])('cuts no text of the Users tab, %i px wide', async (width) => {
    await page.viewport(width + 40, 800)
    const shown = await aPage({ width })
    await expect.poll(() => shown.names().length).toBeGreaterThan(5)
    expect(await cutBySpacing()).toEqual([])
  })

  it('cuts no text of the bar of selected users', async () => {
    await page.viewport(1_240, 800)
    const shown = await aPage({ width: 1_200 })
    await expect.poll(() => shown.names().length).toBeGreaterThan(5)
    shown.container.querySelector<HTMLElement>('[aria-rowindex="5"] input')?.click()
    await expect.poll(() => document.querySelector('.roster-bulk-count')?.textContent).toBe('1 selected')
    expect(await cutBySpacing()).toEqual([])
  })

  it('cuts no text of a user’s panel', async () => {
    await page.viewport(1_240, 800)
    const shown = await aPage({ width: 1_200 })
    await expect.poll(() => shown.names().length).toBeGreaterThan(5)
    shown.container.querySelector<HTMLElement>('[aria-rowindex="3"] [data-primary]')?.click()
    await expect.element(page.getByRole('complementary').getByRole('radio').first()).toBeVisible()
    const facts = () => document.querySelector('.roster-panel-facts')?.getBoundingClientRect().height
    expect(facts()).toBe(16)
    expect(await cutBySpacing()).toEqual([])
  })

  it.each([1_200, 900, 700, 390])('cuts no text of the Invitations tab, %i px wide', async (width) => {
    await page.viewport(width + 40, 800)
    await anInvitationsPage({ width })
    const before = new Set(heights())
    expect(await cutBySpacing()).toEqual([])
    expect(new Set(heights()).size).toBe(1)
    spacing.remove()
    await nextFrames()
    expect(new Set(heights())).toEqual(before)
  })

  it('cuts no text of the dialog that invites', async () => {
    await page.viewport(1_240, 800)
    const shown = await aPage({ width: 1_200 })
    await expect.poll(() => shown.names().length).toBeGreaterThan(5)
    await page.getByRole('button', { name: 'Invite user' }).click()
    await expect.element(page.getByRole('dialog').getByRole('textbox').first()).toBeVisible()
    expect(await cutBySpacing()).toEqual([])
  })
})
