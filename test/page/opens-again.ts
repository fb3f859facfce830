import { HttpResponse, http } from 'msw'
import { expect } from 'vitest'
import { type Locator, userEvent } from 'vitest/browser'
import { aStack } from '../hooks/a-stack.tsx'
import { aPage } from './a-page.tsx'
import { quiet } from './parts-that-fail.ts'

interface LaterPart {
  /** The file that can't be loaded. */
  file: string
  width?: number
  /** The name of the button that opens the part. */
  opener: string
  /** What is shown instead of the part. */
  failed: (page: Awaited<ReturnType<typeof aPage>>) => Locator
}

/** Opens a part that can't be loaded, closes and opens it again, and loads it by *Try again*. */
export async function opensAgain({ file, width, opener: name, failed: find }: LaterPart) {
  quiet()
  const stack = await aStack()
  stack.worker.use(http.get(`*/${file}*`, () => new HttpResponse(null, { status: 404 })))
  const page = await aPage({ stack, ...(width !== undefined && { width }) })
  await expect.poll(page.count).toBe('1,204 users')
  const opener = page.getByRole('button', { name, exact: true })
  const failed = find(page)
  await opener.click()
  await expect.element(failed).toBeVisible()
  await userEvent.keyboard('{Escape}')
  await expect.element(failed).not.toBeInTheDocument()
  await expect.element(opener).toHaveFocus()
  await opener.click()
  await expect.element(failed).toBeVisible()
  stack.worker.resetHandlers()
  await page.getByRole('button', { name: 'Try again' }).click()
  return page
}
