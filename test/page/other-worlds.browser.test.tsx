import { describe, expect, it, onTestFinished } from 'vitest'
import { cdp, page, userEvent } from 'vitest/browser'
import { translatePage } from '../storybook/translate-page.ts'
import { aPage } from './a-page.tsx'
import { anInvitationsPage, failed } from './an-invitations-page.tsx'

async function aLoadedPage() {
  await page.viewport(1_280, 720)
  const screen = await aPage({ width: 1_200 })
  await expect.poll(screen.count).toBe('1,204 users')
  return screen
}

describe('a translation that begins', () => {
  it('while a menu is open leaves its choices as they work', async () => {
    const screen = await aLoadedPage()
    const heads = () =>
      [...screen.container.querySelectorAll('th.roster-table-heading')].map((head) => head.textContent)
    await screen.getByRole('button', { name: 'Table options' }).click()
    onTestFinished(translatePage())
    await screen.getByRole('menuitemcheckbox', { name: 'Joined' }).click()
    await expect.poll(heads).toContain('Joined')
    await screen.getByRole('menuitemcheckbox', { name: 'Role' }).click()
    await expect.poll(heads).not.toContain('Role')
    await userEvent.keyboard('{Escape}')
    await screen.searchFor('okafor')
    await expect.poll(screen.count).toMatch(/^\d+ of/)
  })

  it('while a panel is open leaves its role as it can be changed', async () => {
    const screen = await aLoadedPage()
    await userEvent.click(screen.container.querySelectorAll('[data-primary]')[3] as Element)
    const radio = () => screen.container.querySelector<HTMLInputElement>('input[type=radio]:not(:checked)')
    await expect.poll(radio).not.toBe(null)
    onTestFinished(translatePage())
    radio()?.click()
    const change = screen.getByRole('button', { name: 'Change role' })
    await change.click()
    await expect.element(change).not.toBeInTheDocument()
    await userEvent.keyboard('{Escape}')
    await expect.poll(radio).toBe(null)
  })
})

it('a sheet stays open when Escape belongs to an input method', async () => {
  await page.viewport(390, 844)
  const screen = await aPage({ width: 390, height: 844 })
  await expect.poll(() => screen.names().length).toBeGreaterThan(3)
  screen.container.querySelector<HTMLElement>('[data-primary]')?.click()
  const sheet = screen.getByRole('dialog')
  await expect.element(sheet.getByRole('heading', { name: 'Activity' })).toBeInTheDocument()
  const focused = document.activeElement
  for (const composition of [{ isComposing: true }, { keyCode: 229 }]) {
    const init = { key: 'Escape', bubbles: true, cancelable: true, ...composition }
    focused?.dispatchEvent(new KeyboardEvent('keydown', init))
  }
  await new Promise(requestAnimationFrame)
  await expect.element(sheet).toBeInTheDocument()
  expect(document.activeElement).toBe(focused)
})

describe('in a window of 320 × 256', () => {
  it.each([
    ['idleLogout', '.roster-idle-form input'],
    ['invitations', '.roster-invitation-email'],
  ] as const)('each control of the tab %s can be brought into view', async (tab, content) => {
    await page.viewport(320, 256)
    const screen = await aPage({ width: 320, height: 256, defaultView: { tab } })
    await expect.poll(() => screen.container.querySelector(content)).not.toBe(null)
    const unseen: string[] = []
    for (const control of screen.container.querySelectorAll<HTMLElement>('button, input')) {
      if (!control.checkVisibility({ visibilityProperty: true })) continue
      control.focus()
      control.scrollIntoView({ block: 'nearest', inline: 'nearest' })
      const { top, left, right, height } = control.getBoundingClientRect()
      if (top < -1 || top > 250 || left < -1 || right > 321 || height < 1)
        unseen.push(control.outerHTML.slice(0, 120))
    }
    expect(unseen).toEqual([])
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320)
  })
})

it('/ goes to the search of the page that is used, if there are two', async () => {
  const one = await aLoadedPage()
  const other = await aPage({ stack: one.stack, width: 1_200 })
  for (const { container } of [other, one]) {
    await expect.poll(() => container.querySelector('[data-primary]')).not.toBeNull()
    container.querySelector<HTMLElement>('[data-primary]')?.focus()
    await userEvent.keyboard('/')
    expect(document.activeElement).toBe(container.querySelector('search input'))
  }
})

it('the printed invitations are all of them, on a page that doesn’t scroll, without what floats over them', async () => {
  await page.viewport(1_200, 700)
  const screen = await anInvitationsPage()
  await screen.check(failed).click()
  const bar = () => screen.container.querySelector('.roster-dock-bar')?.getClientRects().length
  await expect.poll(bar).toBe(1)
  onTestFinished(async () => {
    window.dispatchEvent(new Event('afterprint'))
    await cdp().send('Emulation.setEmulatedMedia', { media: '' })
  })
  await cdp().send('Emulation.setEmulatedMedia', { media: 'print' })
  window.dispatchEvent(new Event('beforeprint'))
  const rows = [...screen.container.querySelectorAll('.roster-table-row:not([data-unseen])')]
  expect(rows.filter((row) => row.getClientRects().length > 0)).toHaveLength(6)
  const scroll = screen.container.querySelector('.roster-table-scroll')
  expect(scroll?.scrollHeight).toBe(scroll?.clientHeight)
  expect(bar()).toBe(0)
})

it('with reduced motion, nothing moves when a panel, a menu, a bar and a dialog open', async () => {
  const screen = await aLoadedPage()
  const moving = () =>
    document
      .getAnimations()
      .filter(({ effect }) => Number(effect?.getComputedTiming().duration ?? 0) > 1)
      .map(({ effect }) => (effect as KeyframeEffect).target?.className)
      .filter((name) => !/skeleton|spinner/.test(String(name)))
  const press = (selector: string) => screen.container.querySelector<HTMLElement>(selector)?.click()
  const opened = [
    () => press('[data-primary]'),
    () => press('tbody input:not([aria-disabled])'),
    () => press('[aria-haspopup=menu]'),
    () => press('.roster-page-head button'),
  ]
  for (const open of opened) {
    open()
    await new Promise(requestAnimationFrame)
    expect(moving()).toEqual([])
  }
})

it('a page from right to left isn’t wider than its window', async () => {
  document.documentElement.dir = 'rtl'
  onTestFinished(() => document.documentElement.removeAttribute('dir'))
  await page.viewport(1_000, 700)
  const { container } = await aPage({ width: 1_000 })
  await expect.poll(() => container.querySelector('[data-primary]')).not.toBeNull()
  expect(document.documentElement.scrollWidth).toBe(1_000)
})

it('in forced colours, the text below a name doesn’t cover the ring of the name', async () => {
  const screen = await aLoadedPage()
  const features = [{ name: 'forced-colors', value: 'active' }]
  onTestFinished(async () => void (await cdp().send('Emulation.setEmulatedMedia', { features: [] })))
  await cdp().send('Emulation.setEmulatedMedia', { features })
  const layerOf = (name: Element) => getComputedStyle(name).zIndex
  const name = screen.container.querySelectorAll<HTMLElement>('[data-primary]')[2] as HTMLElement
  expect(layerOf(name)).toBe('auto')
  name.focus()
  await userEvent.keyboard('{ArrowDown}{ArrowUp}')
  expect(layerOf(name)).toBe('1')
  await userEvent.keyboard('{Enter}')
  const title = () => screen.container.querySelector('.roster-panel-name:focus-visible')
  await expect.poll(title).not.toBeNull()
  expect(layerOf(title() as Element)).toBe('1')
})
