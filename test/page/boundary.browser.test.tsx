import { HttpResponse, http } from 'msw'
import { describe, expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { aStack } from '../hooks/a-stack.tsx'
import { aPage } from './a-page.tsx'
import { loadWithoutCache, quiet } from './parts-that-fail.ts'

loadWithoutCache()

/** The code that a page loads later, by its address on the development server. */
const laterCode = '*/UserPanelDetails.tsx*'

const openRow = (container: Element, index: number) =>
  container.querySelector<HTMLElement>(`[aria-rowindex="${index}"] [data-primary]`)?.click()

describe('the panel whose code is loaded later', () => {
  it.each([
    ['a deployment has removed it', () => new HttpResponse(null, { status: 404 })],
    ['the network is gone', () => HttpResponse.error()],
  ])('keeps its frame and can be closed when %s', async (_, respond) => {
    quiet()
    const stack = await aStack()
    stack.worker.use(http.get(laterCode, respond))
    const page = await aPage({ stack })
    await expect.poll(page.count).toBe('1,204 users')
    const name = page.names()[2] ?? ''
    openRow(page.container, 4)
    const panel = page.getByRole('complementary', { name })
    await expect.element(panel.getByRole('heading', { name })).toBeVisible()
    await expect.element(panel.getByText(`${name}’s details couldn’t be loaded`)).toBeVisible()
    await expect
      .element(
        panel.getByText('Part of the page didn’t load. Nothing has changed, and the list still works.'),
      )
      .toBeVisible()
    await expect.element(panel.getByText('Reload the page')).not.toBeInTheDocument()
    expect(stack.events.filter(({ type }) => type === 'part.failed')).toMatchObject([
      { part: 'panel', error: { name: 'PartLoadError' } },
    ])
    await panel.getByRole('button', { name: 'Close' }).click()
    await expect.element(panel).not.toBeInTheDocument()
    expect(page.names().length).toBeGreaterThan(5)
  })

  it('offers to reload the page after a second failure', async () => {
    quiet()
    const stack = await aStack()
    stack.worker.use(http.get(laterCode, () => new HttpResponse(null, { status: 404 })))
    const page = await aPage({ stack })
    await expect.poll(page.count).toBe('1,204 users')
    openRow(page.container, 4)
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect.element(page.getByText(/^Trying again didn’t help\. Reload the page/)).toBeVisible()
    await expect.element(page.getByRole('button', { name: 'Reload the page' })).toBeVisible()
    await expect.element(page.getByRole('heading', { name: page.names()[2] })).toHaveFocus()
  })

  it('shows its frame and a skeleton while the code is loading, which begins before a user is opened', async () => {
    const stack = await aStack()
    let release = () => {}
    const asked = vi.fn()
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    stack.worker.use(
      http.get(laterCode, async () => {
        asked()
        await held
        return undefined
      }),
    )
    const page = await aPage({ stack })
    await expect.poll(page.count).toBe('1,204 users')
    await expect.poll(() => asked.mock.calls.length).toBe(1)
    openRow(page.container, 4)
    const name = page.names()[2] ?? ''
    await expect.element(page.getByRole('heading', { name })).toHaveFocus()
    await expect.element(page.getByRole('button', { name: 'Next user' })).toBeVisible()
    expect(page.container.querySelector('.roster-panel-body')).toHaveAttribute('aria-busy', 'true')
    release()
    await expect.element(page.getByRole('radiogroup')).toBeVisible()
    await expect.element(page.getByRole('heading', { name })).toHaveFocus()
    expect(asked).toHaveBeenCalledOnce()
  })

  it('loads again by Try again after it failed', async () => {
    quiet()
    const { createLater } = await import('../../src/base/create-later.ts')
    const imports = vi.fn().mockRejectedValueOnce(new TypeError('Failed to fetch')).mockResolvedValue('part')
    const later = createLater(imports)
    await expect(later.load()).rejects.toMatchObject({ name: 'PartLoadError' })
    await later.load()
    await later.load()
    expect(later.get()).toBe('part')
    expect(imports).toHaveBeenCalledTimes(2)
  })
})

describe('an exception inside UsersSettings', () => {
  it('replaces only the page, is reported, and disappears after Try again', async () => {
    quiet()
    let isBroken = true
    const cell = () => {
      if (isBroken) throw new Error('a cell of the host')
      return 'cell'
    }
    const stack = await aStack()
    const page = await aPage({ stack, customColumns: [{ id: 'own', header: 'Own', cell }], width: 1_400 })
    await expect.element(page.getByText('Users couldn’t be loaded')).toBeVisible()
    await expect.element(page.getByRole('region', { name: 'Users couldn’t be loaded' })).toBeVisible()
    await expect.element(page.getByText('Something went wrong while showing this.')).toBeVisible()
    expect(page.container.querySelector('table')).toBeNull()
    expect(stack.events).toContainEqual({
      type: 'part.failed',
      part: 'page',
      error: expect.objectContaining({ message: 'a cell of the host' }),
    })
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect.element(page.getByRole('button', { name: 'Reload the page' })).toBeVisible()
    isBroken = false
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect.poll(page.count).toBe('1,204 users')
    expect(document.activeElement).toHaveClass('roster-users-settings')
  })

  it('keeps the table and the panel’s frame when it comes from the details', async () => {
    quiet()
    const render = () => {
      throw new Error('a section of the host')
    }
    const page = await aPage({ panelSections: [{ id: 'own', title: 'Own', render }] })
    await expect.poll(page.count).toBe('1,204 users')
    openRow(page.container, 4)
    const name = page.names()[2] ?? ''
    await expect.element(page.getByText(`${name}’s details couldn’t be loaded`)).toBeVisible()
    await expect.element(page.getByRole('heading', { name })).toHaveFocus()
    await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}')
    await expect.element(page.getByText(`${page.names()[3]}’s details couldn’t be loaded`)).toBeVisible()
    await userEvent.keyboard('{Escape}')
    await expect.element(page.getByRole('complementary')).not.toBeInTheDocument()
    expect(page.rows()).toBeGreaterThan(5)
  })
})
