import { beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { aPage } from './a-page.tsx'

/** What is shown at the middle of the focused control, if it isn't the control. */
function over(): string | undefined {
  const focused = document.activeElement as HTMLElement
  const { left, right, top, bottom } = focused.getBoundingClientRect()
  const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)
  const isSeen = hit && (focused.contains(hit) || hit.closest('tr, label')?.contains(focused))
  return isSeen ? undefined : `${hit?.className} over ${focused.textContent}`
}

/** Presses a key some times, and returns what has covered a control that took the focus. */
async function covering(key: string, times: number) {
  const covered: string[] = []
  for (let time = 0; time < times; time += 1) {
    await userEvent.keyboard(key)
    await new Promise(requestAnimationFrame)
    const covers = over()
    if (covers) covered.push(covers)
  }
  return covered
}

describe.each([
  [1_000, 640],
  [390, 844],
  [390, 400],
  [320, 256],
  [480, 200],
])('in a window of %i × %i', (width, height) => {
  beforeEach(() => page.viewport(width, height))

  it.each(['offline', 'selected'])('the focused row is not below a bar: %s', async (state) => {
    const screen = await aPage({ width, height })
    await expect.poll(screen.count).toBe('1,204 users')
    screen.container.querySelector<HTMLElement>('[data-primary]')?.focus()
    if (state === 'offline') screen.setOnline(false)
    else await userEvent.keyboard(' ')
    const bar = state === 'offline' ? '.roster-banner' : '.roster-bulk-bar'
    await expect.poll(() => screen.container.querySelector(bar)).not.toBeNull()
    expect(await covering('{ArrowDown}', 14)).toEqual([])
  })

  it('a control of Idle logout is not below the bar that saves', async () => {
    const screen = await aPage({ width, height, defaultView: { tab: 'idleLogout' } })
    const toggle = () => screen.container.querySelector<HTMLElement>('.roster-switch')
    await expect.poll(toggle).not.toBeNull()
    toggle()?.click()
    await expect.poll(() => screen.container.querySelector('.roster-idle-bar')).not.toBeNull()
    screen.setOnline(false)
    await expect.poll(() => screen.container.querySelector('.roster-banner')).not.toBeNull()
    screen.container.querySelector<HTMLElement>('[role=tab][tabindex="0"]')?.focus()
    expect(await covering('{Tab}', 5)).toEqual([])
  })
})
