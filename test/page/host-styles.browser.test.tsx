import { describe, expect, it, onTestFinished } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { atRest } from '../styles/at-rest.ts'
import { hostSheets } from '../styles/host-sheets.ts'
import { look } from '../styles/look.ts'
import { aPage } from './a-page.tsx'

describe('UsersSettings', () => {
  it.each(Object.entries(hostSheets))('looks the same inside %s', async (_name, css) => {
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
  })
})
