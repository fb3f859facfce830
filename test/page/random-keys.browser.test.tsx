import { beforeEach, describe, expect, inject, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { aPage } from './a-page.tsx'

declare module 'vitest' {
  interface ProvidedContext {
    /** How many sequences of random keys are pressed. */
    randomKeySeeds: number
  }
}

beforeEach(() => page.viewport(1_280, 700))

const seeds = [20, 1964, 88172645]
for (let seed = 1; seeds.length < inject('randomKeySeeds'); seed += 1) seeds.push(seed * 2_654_435_761)
const presses = 40

const keys = [
  '{Tab}',
  '{Shift>}{Tab}{/Shift}',
  '{ArrowDown}',
  '{ArrowUp}',
  '{PageDown}',
  '{PageUp}',
  '{Home}',
  '{End}',
  '{Enter}',
  '{Escape}',
  ' ',
  'a',
]

/** Numbers that a seed repeats. */
function randomOf(seed: number) {
  let state = seed
  return (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

/** What is wrong with the focus; undefined where it can be seen. */
function fault(container: Element): string | undefined {
  const focused = document.activeElement
  // Tab has left our last control, or Shift and Tab the first one.
  if (focused === null || focused.closest('[data-outside]')) return undefined
  if (focused === document.body) return 'on the body'
  if (!container.contains(focused) && !focused.closest('.roster-root')) return 'elsewhere'
  const label = focused.outerHTML.slice(0, 120)
  if (!focused.checkVisibility({ visibilityProperty: true })) return `hidden: ${label}`
  const { top, bottom, left, right } = focused.getBoundingClientRect()
  const isSeen = bottom > 0 && right > 0 && top < window.innerHeight && left < window.innerWidth
  if (!isSeen) return `outside of the window: ${label}`
  const table = focused.closest('.roster-table-row') && container.querySelector('.roster-table-scroll')
  const view = table?.getBoundingClientRect()
  if (view && (bottom <= view.top || top >= view.bottom)) return `outside of the table: ${label}`
  return undefined
}

describe('the focus of UsersSettings under random keys', () => {
  it.each(seeds)('is always seen, or has left the page (seed %i)', async (seed) => {
    const screen = await aPage()
    await expect.poll(screen.count).toBe('1,204 users')
    for (const side of ['prepend', 'append'] as const) {
      const outside = Object.assign(document.createElement('button'), { textContent: side })
      outside.dataset.outside = ''
      screen.container[side](outside)
    }
    const random = randomOf(seed)
    screen.container.querySelector<HTMLElement>('[data-primary]')?.focus()
    const pressed: string[] = []
    for (let press = 0; press < presses; press += 1) {
      const key = keys[random(keys.length)] ?? '{Tab}'
      pressed.push(key)
      await userEvent.keyboard(key)
      await expect
        .poll(() => fault(screen.container), { message: `after ${pressed.join('')}`, timeout: 3_000 })
        .toBe(undefined)
      if (document.activeElement?.closest('[data-outside]'))
        screen.container.querySelector<HTMLElement>('[data-primary], button:not([data-outside])')?.focus()
    }
  })
})
