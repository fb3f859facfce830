import { createLater } from '../../base/create-later.ts'

/** The bar of a selection, its dialogs and runs. No first paint needs them. */
export const laterBulk = createLater(async () => {
  const { Bulk } = await import('./Bulk.tsx')
  return Bulk
})
