import { describe, expect, it } from 'vitest'
import { opensAgain } from './opens-again.ts'
import { loadWithoutCache } from './parts-that-fail.ts'

loadWithoutCache()

describe('a dialog whose code is loaded later', () => {
  it('says that it could not be opened, can be closed, and loads again by Try again', async () => {
    const page = await opensAgain({
      file: 'ModalLayer.tsx',
      width: 390,
      opener: 'Filter',
      failed: (page) => page.getByRole('alertdialog', { name: 'This window couldn’t be opened' }),
    })
    await expect.element(page.getByRole('dialog', { name: 'Sort and filter' })).toBeVisible()
    expect(page.stack.events).toContainEqual(expect.objectContaining({ type: 'part.failed', part: 'dialog' }))
  })
})
