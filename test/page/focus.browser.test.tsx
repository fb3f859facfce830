import { HttpResponse, http } from 'msw'
import { describe, expect, it, onTestFinished } from 'vitest'
import { page as browser, userEvent } from 'vitest/browser'
import { aStack } from '../hooks/a-stack.tsx'
import { aPage } from './a-page.tsx'

const focused = () => document.activeElement

describe('the focus of UsersSettings', () => {
  it('goes to the rows after *Clear search and filters*', async () => {
    const page = await aPage()
    await expect.poll(page.count).toBe('1,204 users')
    await page.searchFor('nobody is called like this')
    await page.getByRole('button', { name: 'Clear search and filters' }).click()
    await expect.poll(() => focused()?.closest('.roster-table-row')).not.toBeFalsy()
  })

  it('leaves a container and the controls of the host alone where the host scrolls', async () => {
    const page = await aPage({ width: 1_000, height: 500 })
    await expect.poll(page.count).toBe('1,204 users')
    const { container } = page
    const scroller = document.createElement('div')
    scroller.style.cssText = 'height: 300px; overflow: auto'
    container.replaceWith(scroller)
    const outside = document.createElement('button')
    outside.textContent = 'Host'
    const room = document.createElement('div')
    room.style.height = '2000px'
    scroller.append(container, outside, room)
    onTestFinished(() => scroller.remove())
    await page.getByRole('textbox', { name: 'Search users' }).click()
    await userEvent.keyboard('{Home}')
    scroller.scrollTop = 1_000
    for (let frame = 0; frame < 5; frame += 1) await new Promise(requestAnimationFrame)
    expect(scroller.hasAttribute('tabindex')).toBe(false)
    expect(focused()).not.toBe(scroller)
    expect(focused()).not.toBe(outside)
  })

  it('goes to the rows after *Try again*', async () => {
    const stack = await aStack()
    stack.worker.use(
      http.get('*/roster-api/v1/users', () =>
        HttpResponse.json({ code: 'unavailable', status: 503 }, { status: 503 }),
      ),
    )
    const page = await aPage({ stack })
    const again = page.getByRole('button', { name: 'Try again' })
    await expect.element(again).toBeVisible()
    stack.worker.resetHandlers()
    await again.click()
    await expect.poll(() => focused()?.closest('.roster-table-row')).not.toBeFalsy()
  })

  it.each([
    ['beside the table', 1_000, 500],
    ['in a sheet', 390, 640],
    ['in a low sheet', 320, 256],
  ])('stays in view where a key scrolls the panel %s', async (_, width, height) => {
    await browser.viewport(width, height)
    const page = await aPage({ width, height })
    await expect.poll(page.count).toBe('1,204 users')
    page.container.querySelector<HTMLElement>('[data-primary]')?.click()
    const radio = page.getByRole('radio').first()
    await expect.element(radio).toBeInTheDocument()
    await expect.poll(() => document.querySelector('.roster-user-panel .roster-skeleton')).toBe(null)
    ;(await radio.findElement()).focus()
    const isSeen = () => {
      const view = focused()?.closest('.roster-panel-body')?.getBoundingClientRect()
      const box = focused()?.getBoundingClientRect()
      return view && box && box.bottom > Math.max(view.top, 0) && box.top < Math.min(view.bottom, height)
    }
    for (const key of ['{End}', '{PageUp}', '{PageDown}', '{Home}']) {
      await userEvent.keyboard(key)
      // The browser scrolls a frame after the key.
      for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame)
      await expect.poll(isSeen, { message: key }).toBe(true)
    }
  })

  it('goes to a row in view after *Clear* in the bar of a selection', async () => {
    await browser.viewport(1_280, 900)
    const page = await aPage()
    await expect.poll(page.count).toBe('1,204 users')
    const { container } = page
    const scroll = container.querySelector('.roster-table-scroll')
    scroll?.scrollTo(0, 5_200)
    await expect.poll(() => container.querySelector('[aria-rowindex="103"] [data-primary]')).not.toBeNull()
    container.querySelector<HTMLElement>('[aria-rowindex="103"] input')?.click()
    const clear = page.getByRole('button', { name: 'Clear selection' })
    await expect.element(clear).toBeInTheDocument()
    ;((await clear.findElement()) as HTMLElement).focus()
    await userEvent.keyboard('{Enter}')
    await expect.poll(() => focused()?.closest('.roster-table-row')).not.toBeFalsy()
    expect(scroll?.scrollTop).toBeGreaterThan(5_000)
  })

  it.each([
    ['a filter', '.roster-filter button'],
    ['the head of a column', 'th:last-of-type .roster-table-sort'],
  ])('goes to the rows when a narrow page hides %s', async (_, selector) => {
    await browser.viewport(1_280, 900)
    const page = await aPage()
    await expect.poll(page.count).toBe('1,204 users')
    const control = page.container.querySelector<HTMLElement>(selector)
    control?.focus()
    expect(focused()).toBe(control)
    const frame = page.container.querySelector<HTMLElement>('[style*=inline-size]')
    if (frame) frame.style.inlineSize = '360px'
    await expect.poll(() => focused() !== control && focused()?.matches('[data-primary]')).toBe(true)
    expect(focused()?.checkVisibility()).toBe(true)
  })
})
