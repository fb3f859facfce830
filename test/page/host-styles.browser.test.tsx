import { describe, expect, it, onTestFinished } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { atRest } from '../styles/at-rest.ts'
import { hostSheets, wordSheet } from '../styles/host-sheets.ts'
import { look } from '../styles/look.ts'
import { aPage } from './a-page.tsx'

describe('UsersSettings', () => {
  it.each([...Object.entries(hostSheets), ['words that have no class', wordSheet]])(
    'looks the same inside %s',
    async (_name, css) => {
      await page.viewport(1280, 720)
      const screen = await aPage({ width: 1_200, defaultView: { users: { search: 'an' } } })
      await expect.poll(() => screen.names().length).toBeGreaterThan(1)
      await userEvent.click(screen.container.querySelectorAll('[data-primary]')[1] as Element)
      const heading = screen.getByRole('heading', { name: 'Activity' })
      await expect.element(heading).toBeVisible()
      // The pointer may rest where a control is drawn now.
      await userEvent.hover(heading)
      const root = screen.container.querySelector('.roster-root') as HTMLElement
      await expect.poll(() => root.querySelector('.roster-skeleton')).toBeNull()
      // The place for bars is mounted when the browser is idle.
      await expect.poll(() => root.querySelector('.roster-page-dock')).not.toBeNull()
      root.style.fontFamily = 'sans-serif'
      root.dataset.motion = 'reduce'
      await atRest(root)
      const before = look(root)
      expect(before.length).toBeGreaterThan(80)
      const strokes = () =>
        [...root.querySelectorAll('.roster-icon path')].map((path) => {
          const { fill, stroke, strokeWidth } = getComputedStyle(path)
          return `${fill} ${stroke} ${strokeWidth}`
        })
      const strokesBefore = strokes()

      const sheet = document.createElement('style')
      sheet.textContent = css
      document.head.prepend(sheet)
      onTestFinished(() => sheet.remove())
      await atRest(root)
      const changes = look(root).flatMap((one, index) =>
        one === before[index] ? [] : [`${before[index]} → ${one}`],
      )
      expect(changes).toEqual([])
      expect(strokes()).toEqual(strokesBefore)
      const parts = [...root.querySelectorAll('[class^="roster-"]')]
      const contentBoxes = parts.filter((part) => getComputedStyle(part).boxSizing !== 'border-box')
      expect(contentBoxes.map((part) => part.getAttribute('class'))).toEqual([])
    },
  )

  it('keeps the ring of what has the focus on a page without rings', async () => {
    await page.viewport(1280, 720)
    const screen = await aPage({ width: 1_200 })
    await expect.poll(() => screen.names().length).toBeGreaterThan(1)
    const sheet = document.createElement('style')
    sheet.textContent =
      '*:focus, :focus-visible, a:focus, button:focus, input:focus-visible, textarea:focus { outline: 0; }'
    document.head.append(sheet)
    onTestFinished(() => sheet.remove())
    const ringOf = (control: Element) =>
      [getComputedStyle(control), getComputedStyle(control, '::after')]
        .map(({ outline, outlineStyle }) => (outlineStyle === 'solid' ? outline : ''))
        .find(Boolean)
    screen.container.querySelector<HTMLElement>('.roster-page-head button')?.focus()
    const rings: Record<string, string | undefined> = {}
    for (let stop = 0; stop < 9; stop += 1) {
      await userEvent.keyboard('{Tab}')
      const control = document.activeElement as HTMLElement
      rings[control.className] = ringOf(control)?.match(/\d+px$/)?.[0]
    }
    expect(Object.keys(rings)).toContain('roster-tab')
    expect(Object.keys(rings).length).toBeGreaterThan(5)
    expect(new Set(Object.values(rings))).toEqual(new Set(['2px']))
  })

  it('draws no second ring around the addresses of an invitation, and none on the page of the host', async () => {
    await page.viewport(1280, 720)
    const screen = await aPage({ width: 1_200 })
    await expect.poll(() => screen.names().length).toBeGreaterThan(1)
    const own = document.createElement('button')
    own.className = 'roster-own'
    document.body.prepend(own)
    onTestFinished(() => own.remove())
    own.focus()
    await userEvent.keyboard('{Shift}')
    expect(getComputedStyle(own).outlineStyle).toBe('auto')
    await screen.getByRole('button', { name: 'Invite user' }).click()
    const field = () => document.querySelector('.roster-address-input')
    await expect.poll(() => document.activeElement).toBe(field())
    expect(field()?.matches(':focus-visible')).toBe(true)
    expect(getComputedStyle(field() as Element).outlineStyle).toBe('none')
  })
})
