import { HttpResponse, http } from 'msw'
import { describe, expect, it } from 'vitest'
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
})
