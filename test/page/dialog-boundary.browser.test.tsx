import { HttpResponse, http } from 'msw'
import { describe, expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import { aStack } from '../hooks/a-stack.tsx'
import { aPage } from './a-page.tsx'
import { loadWithoutCache, quiet } from './parts-that-fail.ts'

loadWithoutCache()

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
