import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { translatePage } from '../storybook/translate-page.ts'
import { aPage } from './a-page.tsx'

beforeEach(() => page.viewport(1_280, 720))

/** What an extension of the browser adds: it takes no room. */
function addition() {
  const element = document.createElement('span')
  element.style.cssText = 'position: absolute; inline-size: 0; block-size: 0; overflow: hidden'
  element.textContent = 'x'
  return element
}

/** What extensions do to a part of ours. */
const edits: Record<string, (part: Element) => void> = {
  'an element before what is in a part': (part) => part.prepend(addition()),
  'an element after what is in a part': (part) => part.append(addition()),
  'an element before each part': (part) => part.before(addition()),
  'other attributes': (part) => {
    part.classList.add('darkreader')
    part.setAttribute('data-darkreader-inline-color', '')
    part.removeAttribute('title')
    ;(part as HTMLElement).style.setProperty('--darkreader-inline-color', '#fff')
  },
}

/** Edits each part of the page that hasn't been edited yet. */
function editParts(edit: (part: Element) => void) {
  const kept = 'svg *, thead *, tr:not(tbody tr), colgroup, col, option, [data-edited]'
  for (const part of document.querySelectorAll(`[class^="roster-"]:not(${kept}, .roster-root, input, img)`)) {
    part.setAttribute('data-edited', '')
    edit(part)
  }
}

async function aLoadedPage() {
  const screen = await aPage({ width: 1_200 })
  await expect.poll(screen.count).toBe('1,204 users')
  await expect.poll(screen.rows).toBeGreaterThan(5)
  return screen
}

const title = () => document.querySelector('.roster-panel-name bdi')?.textContent

describe.each(Object.entries(edits))('where an extension adds %s', (_name, edit) => {
  it('the page searches, scrolls, selects, opens users and invites', async () => {
    const screen = await aLoadedPage()
    const text = (selector: string) => document.querySelector(selector)?.textContent?.replace(/x/g, '')
    const count = () => screen.count()?.replace(/x/g, '')
    editParts(edit)
    await screen.searchFor('okafor')
    await expect.poll(count).toMatch(/^\d+ of 1,204$/)
    editParts(edit)
    await screen.searchFor('')
    await expect.poll(count).toBe('1,204 users')
    await expect.poll(screen.rows).toBeGreaterThan(5)
    editParts(edit)

    const checks = () =>
      screen.container.querySelectorAll<HTMLElement>('tbody input:not([aria-disabled], :checked)')
    for (const selected of [1, 2]) {
      checks()[0]?.click()
      await expect.poll(() => text('.roster-bulk-bar')).toContain(`${selected} selected`)
      editParts(edit)
    }
    screen.container.querySelectorAll<HTMLElement>('[data-primary]')[2]?.click()
    await expect.element(screen.getByRole('heading', { name: 'Activity' })).toBeVisible()
    const first = title()
    editParts(edit)
    document.querySelector<HTMLElement>('[aria-label="Next user"]')?.click()
    await expect.poll(title).not.toBe(first)
    editParts(edit)
    document.querySelector<HTMLElement>('[aria-label="Close"]')?.click()
    await expect.poll(title).toBeUndefined()

    const before = screen.names()
    screen.container.querySelector('.roster-table-scroll')?.scrollTo(0, 20_000)
    await expect.poll(() => screen.names().some((name) => name && !before.includes(name))).toBe(true)
    screen.container.querySelector<HTMLElement>('.roster-page-head button')?.click()
    const field = screen.getByRole('textbox', { name: 'Email addresses' })
    await expect.element(field).toHaveFocus()
    editParts(edit)
    await userEvent.keyboard('lin@partners.example{Enter}')
    await expect.poll(() => text('.roster-address-field')).toContain('lin@partners')
    await userEvent.keyboard('{Escape}')
    await expect.poll(() => document.querySelector('.roster-dialog')).toBeNull()
  })
})

it('a translation that is undone while a panel is open leaves texts that change', async () => {
  const screen = await aLoadedPage()
  screen.container.querySelectorAll<HTMLElement>('[data-primary]')[2]?.click()
  await expect.element(screen.getByRole('heading', { name: 'Activity' })).toBeVisible()
  const stop = translatePage()
  onTestFinished(stop)
  document.querySelector<HTMLElement>('[aria-label="Next user"]')?.click()
  await expect.poll(() => document.querySelector('.roster-user-panel font')).not.toBeNull()
  stop()
  for (const font of document.querySelectorAll('font')) font.replaceWith(...font.childNodes)
  const first = title()
  document.querySelector<HTMLElement>('[aria-label="Next user"]')?.click()
  await expect.poll(title).not.toBe(first)
  await screen.searchFor('okafor')
  await expect.poll(screen.count).toMatch(/^\d+ of 1,204$/)
  document.querySelector<HTMLElement>('[aria-label="Close"]')?.click()
  await expect.poll(title).toBeUndefined()
  await screen.searchFor('')
  await expect.poll(screen.count).toBe('1,204 users')
})
