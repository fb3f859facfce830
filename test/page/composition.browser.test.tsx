import { describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { aPage } from './a-page.tsx'

const keys = [
  'Enter',
  'Escape',
  ' ',
  'Tab',
  'ArrowDown',
  'ArrowUp',
  'ArrowLeft',
  'Home',
  'End',
  'PageDown',
  'a',
  '/',
  'Delete',
]

/** Keys as browsers report them while an input method composes, and the last one as Safari does: after its end. */
const compositions: readonly KeyboardEventInit[] = [
  { isComposing: true, keyCode: 229 },
  { isComposing: true },
  { keyCode: 229 },
]

const focusable = 'a[href], button, input, select, textarea, [tabindex], [role="option"], [role^="menuitem"]'

/** Presses keys of an input method on each control, and returns those that did something. */
async function pressedInVain(within: Element) {
  const acted = new Set<string>()
  for (const control of within.querySelectorAll<HTMLElement>(focusable)) {
    if (control.getClientRects().length === 0) continue
    control.focus()
    const focused = document.activeElement
    await new Promise(requestAnimationFrame)
    const before = document.body.innerHTML
    for (const composition of compositions)
      for (const key of keys) {
        const event = new KeyboardEvent('keydown', {
          key,
          ...composition,
          bubbles: true,
          cancelable: true,
          composed: true,
        })
        const isLeft = control.dispatchEvent(event)
        if (!isLeft || document.activeElement !== focused)
          acted.add(`${key} on ${control.outerHTML.slice(0, 120)}`)
      }
    await new Promise(requestAnimationFrame)
    if (document.body.innerHTML !== before) acted.add(`keys on ${control.outerHTML.slice(0, 120)}`)
  }
  return [...acted]
}

const aLoadedPage = async () => {
  await page.viewport(1280, 720)
  const screen = await aPage({ width: 1_200, defaultView: { users: { search: 'priya' } } })
  await expect.poll(() => screen.names().length).toBeGreaterThan(0)
  return screen
}

describe('Keys of an input method', () => {
  it('do nothing in table, toolbar and panel', async () => {
    const screen = await aLoadedPage()
    await userEvent.click(screen.container.querySelector('[data-primary]') as Element)
    await expect.element(screen.getByRole('heading', { name: 'Activity' })).toBeVisible()
    await expect.poll(() => screen.container.querySelector('.roster-skeleton')).toBeNull()
    expect(await pressedInVain(screen.container)).toEqual([])
  })

  it.each(['Role', 'Team', 'Table options'])('do nothing in the popup of %s', async (name) => {
    const screen = await aLoadedPage()
    await screen.getByRole('button', { name, exact: true }).click()
    const popup = () => document.querySelector(':popover-open') as Element
    await expect.poll(popup).not.toBeNull()
    expect(await pressedInVain(popup())).toEqual([])
  })

  it('do nothing in the invitations and the panel of one', async () => {
    await page.viewport(1280, 720)
    const screen = await aPage({ width: 1_200, defaultView: { tab: 'invitations' } })
    const email = () => screen.container.querySelector<HTMLElement>('.roster-invitation-email')
    await expect.poll(email).not.toBeNull()
    email()?.click()
    await expect.element(screen.getByRole('heading', { name: 'Delivery' })).toBeVisible()
    await expect.poll(() => screen.container.querySelector('.roster-skeleton')).toBeNull()
    expect(await pressedInVain(screen.container)).toEqual([])
  })
})
