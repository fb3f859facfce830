import { describe, expect, it } from 'vitest'
import { opensAgain } from './opens-again.ts'
import { loadWithoutCache } from './parts-that-fail.ts'

loadWithoutCache()

describe('the list of a filter, which is loaded later', () => {
  it('says that it could not be opened, can be closed, and loads again by Try again', async () => {
    const page = await opensAgain({
      file: 'FilterList.tsx',
      opener: 'Role',
      failed: (page) => page.getByText('This window couldn’t be opened'),
    })
    await page.getByRole('option', { name: /^Billing/ }).click()
    await expect.poll(page.count).toBe('25 of 1,204')
  })
})
