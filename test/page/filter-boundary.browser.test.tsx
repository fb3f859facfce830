import { HttpResponse, http } from 'msw'
import { describe, expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import { aStack } from '../hooks/a-stack.tsx'
import { aPage } from './a-page.tsx'
import { loadWithoutCache, quiet } from './parts-that-fail.ts'

loadWithoutCache()

describe('the list of a filter, which is loaded later', () => {
  it('says that it could not be opened, can be closed, and loads again by Try again', async () => {
    quiet()
    const stack = await aStack()
    stack.worker.use(http.get('*/FilterList.tsx*', () => new HttpResponse(null, { status: 404 })))
    const page = await aPage({ stack })
    await expect.poll(page.count).toBe('1,204 users')
    const opener = page.getByRole('button', { name: 'Role', exact: true })
    await opener.click()
    const failed = page.getByText('This window couldn’t be opened')
    await expect.element(failed).toBeVisible()
    await userEvent.keyboard('{Escape}')
    await expect.element(failed).not.toBeInTheDocument()
    await expect.element(opener).toHaveFocus()
    await opener.click()
    await expect.element(failed).toBeVisible()
    stack.worker.resetHandlers()
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.getByRole('option', { name: /^Billing/ }).click()
    await expect.poll(page.count).toBe('25 of 1,204')
  })
})
