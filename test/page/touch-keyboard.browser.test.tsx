import { describe, expect, it, onTestFinished } from 'vitest'
import { page } from 'vitest/browser'
import { aPage } from './a-page.tsx'

/** Sets what the browser says about the part of the window that a keyboard on the screen leaves. */
function setSeen(seen: { height: number; offsetTop?: number; scale?: number }) {
  const view = window.visualViewport as VisualViewport
  for (const [name, value] of Object.entries({ offsetTop: 0, scale: 1, ...seen }))
    Object.defineProperty(view, name, { value, configurable: true })
  view.dispatchEvent(new Event('resize'))
  onTestFinished(() => {
    for (const name of ['height', 'offsetTop', 'scale']) Reflect.deleteProperty(view, name)
  })
}

describe('the keyboard of a touch screen', () => {
  it.each([
    ['ltr', 0],
    ['rtl', 40],
  ] as const)('covers nothing of a dialog, %s, in a window scrolled by %i', async (dir, offsetTop) => {
    await page.viewport(390, 640)
    document.documentElement.dir = dir
    onTestFinished(() => document.documentElement.removeAttribute('dir'))
    const screen = await aPage({ width: 390, height: 640 })
    await expect.poll(screen.count).toBe('1,204 users')
    await screen.getByRole('button', { name: 'Invite user' }).click()
    const dialog = await screen.getByRole('dialog', { name: 'Invite user' }).findElement()
    const message = dialog.querySelector('textarea:last-of-type') as HTMLElement
    const bottom = () => Math.round(dialog.getBoundingClientRect().bottom)
    expect(bottom()).toBe(640)
    message.focus()
    setSeen({ height: 340, offsetTop })
    expect(bottom()).toBe(340 + offsetTop)
    expect(dialog.getBoundingClientRect().top).toBeGreaterThanOrEqual(offsetTop)
    const foot = dialog.querySelector('.roster-dialog-foot') as HTMLElement
    const field = message.getBoundingClientRect()
    expect(field.top).toBeGreaterThanOrEqual(offsetTop)
    expect(field.bottom).toBeLessThanOrEqual(foot.getBoundingClientRect().top)
    setSeen({ height: 320, scale: 2 })
    expect(bottom()).toBe(640)
    setSeen({ height: 640 })
    expect(bottom()).toBe(640)
  })

  it('covers nothing of a list with a search', async () => {
    await page.viewport(1_280, 700)
    const screen = await aPage({ width: 1_200 })
    await expect.poll(screen.count).toBe('1,204 users')
    await screen.getByRole('button', { name: 'Team', exact: true }).click()
    const popover = document.querySelector('.roster-popover:popover-open') as HTMLElement
    const bottom = () => popover.getBoundingClientRect().bottom
    await expect.poll(bottom).toBeGreaterThan(400)
    setSeen({ height: 380 })
    await expect.poll(bottom).toBeLessThanOrEqual(380)
    expect(popover.clientHeight).toBeGreaterThan(100)
  })
})
