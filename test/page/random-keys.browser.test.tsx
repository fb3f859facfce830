import { beforeEach, describe, expect, inject, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { aPage } from './a-page.tsx'

declare module 'vitest' {
  interface ProvidedContext {
    /** How many sequences of random keys are pressed. */
    randomKeySeeds: number
  }
}

/** Returns a number of seeds, beginning with those that are known. */
function seedsOf(count: number, ...known: number[]) {
  const seeds = known.slice(0, count)
  for (let seed = 1; seeds.length < count; seed += 1) seeds.push(seed * 2_654_435_761)
  return seeds
}
const presses = 40

interface Scene {
  name: string
  /** Of the window. */
  size: [width: number, height: number]
  tab: 'users' | 'invitations'
  /** The button that is pressed first. */
  opens?: string
  seeds: readonly number[]
}

const count = inject('randomKeySeeds')
const fewer = seedsOf(Math.ceil(count / 4), 20)
const wide: Scene['size'] = [1_280, 700]
const low: Scene['size'] = [320, 256]

const scenes: readonly Scene[] = [
  { name: 'the users', size: wide, tab: 'users', seeds: seedsOf(count, 20, 1964, 88172645) },
  { name: 'the users in a low window', size: low, tab: 'users', seeds: fewer },
  { name: 'the invitations', size: wide, tab: 'invitations', seeds: fewer },
  { name: 'the dialog that invites', size: wide, tab: 'users', opens: 'Invite user', seeds: fewer },
  {
    name: 'the dialog that invites in a low window',
    size: low,
    tab: 'users',
    opens: 'Invite user',
    seeds: fewer,
  },
]

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
  const box = focused.getBoundingClientRect()
  const view = { top: 0, left: 0, bottom: window.innerHeight, right: window.innerWidth }
  if (!overlap(box, view)) return `outside of the window: ${label}`
  for (const around of clipping(focused))
    if (!overlap(box, around.getBoundingClientRect())) return `outside of ${around.className}: ${label}`
  return undefined
}

type Box = Pick<DOMRect, 'top' | 'bottom' | 'left' | 'right'>

const overlap = (a: Box, b: Box) =>
  a.bottom > b.top && a.top < b.bottom && a.right > b.left && a.left < b.right

/** The elements around one that clip it, up to the nearest in the top layer. */
function clipping(element: Element): Element[] {
  if (element.matches(':popover-open')) return []
  const parent = element.parentElement
  if (!parent) return []
  const clips = getComputedStyle(parent).overflowY !== 'visible'
  return [...(clips ? [parent] : []), ...clipping(parent)]
}

describe.each(scenes)('the focus of UsersSettings under random keys, in $name', (scene) => {
  beforeEach(() => page.viewport(...scene.size))

  it.each(scene.seeds)('is always seen, or has left the page (seed %i)', async (seed) => {
    const [width, height] = scene.size
    const screen = await aPage({
      width: Math.min(width, 1_000),
      height: Math.min(height, 640),
      defaultView: { tab: scene.tab },
    })
    await expect.poll(() => screen.container.querySelector('[data-primary]')).not.toBe(null)
    for (const side of ['prepend', 'append'] as const) {
      const outside = Object.assign(document.createElement('button'), { textContent: side })
      outside.dataset.outside = ''
      screen.container[side](outside)
    }
    const random = randomOf(seed)
    const start = () =>
      [...screen.container.querySelectorAll<HTMLElement>('.roster-page-panel [data-primary], button')]
        .find((control) => control.checkVisibility() && !control.closest('[data-outside]'))
        ?.focus()
    if (scene.opens) await screen.getByRole('button', { name: scene.opens }).click()
    else start()
    const pressed: string[] = []
    for (let press = 0; press < presses; press += 1) {
      const key = keys[random(keys.length)] ?? '{Tab}'
      pressed.push(key)
      await userEvent.keyboard(key)
      await expect
        .poll(() => fault(screen.container), { message: `after ${pressed.join('')}`, timeout: 15_000 })
        .toBe(undefined)
      if (document.activeElement?.closest('[data-outside]')) start()
    }
  })
})
