import { HttpResponse, http } from 'msw'
import { beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import { cdp, userEvent } from 'vitest/browser'
import { aStack } from '../hooks/a-stack.tsx'
import { aPage } from './a-page.tsx'

beforeAll(async () => {
  // Files that ran earlier in this browser have filled its cache, which would answer before the worker does.
  const session = cdp()
  await session.send('Network.enable')
  await session.send('Network.setCacheDisabled', { cacheDisabled: true })
})

/** React prints each exception that a boundary catches. */
function quiet() {
  const print = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  onTestFinished(() => print.mockRestore())
}

describe('a dialog whose code is loaded later', () => {
  it('says that it could not be opened, can be closed, and loads again by Try again', async () => {
    quiet()
    const stack = await aStack()
    stack.worker.use(http.get('*/ModalLayer.tsx*', () => new HttpResponse(null, { status: 404 })))
    const page = await aPage({ stack, width: 390 })
    await expect.poll(page.count).toBe('1,204 users')
    const opener = page.getByRole('button', { name: 'Filter' })
    await opener.click()
    const failed = page.getByRole('alertdialog', { name: 'This window couldn’t be opened' })
    await expect.element(failed).toBeVisible()
    expect(stack.events).toContainEqual(expect.objectContaining({ type: 'part.failed', part: 'dialog' }))
    await userEvent.keyboard('{Escape}')
    await expect.element(failed).not.toBeInTheDocument()
    await expect.element(opener).toHaveFocus()
    await opener.click()
    await expect.element(failed).toBeVisible()
    stack.worker.resetHandlers()
    await failed.getByRole('button', { name: 'Try again' }).click()
    await expect.element(page.getByRole('dialog', { name: 'Sort and filter' })).toBeVisible()
  })
})
