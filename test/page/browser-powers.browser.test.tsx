import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { aPage } from './a-page.tsx'

/** Takes something from an object until the test is over. */
function replace(object: object, name: string, value: unknown) {
  const before = Object.getOwnPropertyDescriptor(object, name)
  Object.defineProperty(object, name, { configurable: true, writable: true, value })
  onTestFinished(() => {
    if (before) Object.defineProperty(object, name, before)
    else Reflect.deleteProperty(object, name)
  })
}

async function openThird() {
  const page = await aPage()
  await expect.poll(page.count).toBe('1,204 users')
  page.container.querySelector<HTMLElement>('[aria-rowindex="4"] [data-primary]')?.click()
  await expect.element(page.getByRole('radiogroup')).toBeVisible()
  return page
}

describe('copying an email', () => {
  const refuse = () => Promise.reject(new DOMException('denied', 'NotAllowedError'))

  it.each([
    ['is missing, as without TLS', undefined],
    ['refuses', { writeText: refuse }],
  ])('uses the selection where the clipboard %s', async (_, clipboard) => {
    replace(navigator, 'clipboard', clipboard)
    const copied: string[] = []
    replace(document, 'execCommand', () => {
      copied.push(String((document.activeElement as HTMLTextAreaElement | null)?.value))
      return true
    })
    const page = await openThird()
    const email = page.container.querySelector('.roster-panel-email')?.textContent
    const button = page.getByRole('button', { name: 'Copy email address' })
    await button.click()
    await expect.poll(page.announced).toBe('Copied')
    expect(copied).toEqual([email])
    await expect.element(button).toHaveFocus()
    expect(page.container.querySelector('textarea')).toBeNull()
  })

  it.each([
    [
      'throws',
      () => {
        throw new DOMException('denied')
      },
    ],
    ['does nothing', () => false],
    ['is missing', undefined],
  ])('says so where nothing can be copied: the old way %s', async (_, execCommand) => {
    replace(navigator, 'clipboard', undefined)
    replace(document, 'execCommand', execCommand)
    const rejections = vi.fn()
    addEventListener('unhandledrejection', rejections)
    onTestFinished(() => removeEventListener('unhandledrejection', rejections))
    const page = await openThird()
    await page.getByRole('button', { name: 'Copy email address' }).click()
    await expect.element(page.getByRole('button', { name: /^Couldn’t copy\. Select the text/ })).toBeVisible()
    expect(page.container.querySelector('.roster-live-regions [role=alert]')?.textContent).toMatch(
      /^Couldn’t/,
    )
    expect(rejections).not.toHaveBeenCalled()
  })
})

describe('a browser without', () => {
  it('ResizeObserver measures the page once, and again with the window', async () => {
    vi.stubGlobal('ResizeObserver', undefined)
    onTestFinished(() => void vi.unstubAllGlobals())
    const page = await openThird()
    expect(page.rows()).toBeGreaterThan(5)
    const stage =
      page.container.querySelector<HTMLElement>('.roster-users-settings')?.parentElement?.parentElement
    if (stage) stage.style.inlineSize = '390px'
    dispatchEvent(new Event('resize'))
    await expect.element(page.getByRole('dialog')).toBeVisible()
  })

  it('popovers opens and closes menus without an exception', async () => {
    replace(HTMLElement.prototype, 'showPopover', undefined)
    const page = await aPage()
    await expect.poll(page.count).toBe('1,204 users')
    await page.getByRole('button', { name: 'Table options' }).click()
    await expect
      .poll(() => page.getByRole('menuitemcheckbox', { includeHidden: true }).elements().length)
      .toBe(4)
    await page.getByRole('button', { name: 'Table options' }).click()
    await expect
      .poll(() => page.getByRole('menuitemcheckbox', { includeHidden: true }).elements().length)
      .toBe(0)
  })

  it('checkVisibility keeps Tab inside a sheet', async () => {
    replace(Element.prototype, 'checkVisibility', undefined)
    const page = await aPage({ width: 390 })
    await expect.poll(page.count).toBe('1,204 users')
    await page.getByRole('button', { name: 'Filter' }).click()
    const sheet = page.getByRole('dialog', { name: 'Sort and filter' })
    await expect.element(sheet).toBeVisible()
    for (let stops = 0; stops < 30; stops++) await userEvent.keyboard('{Tab}')
    expect((await sheet.findElement()).contains(document.activeElement)).toBe(true)
  })
})
