import { createLater } from '../../base/create-later.ts'

/** What follows the rows that are taken out of "all that match". It loads when all that match are selected. */
export const laterLeftOut = createLater(async () => {
  const { createLeftOutRows } = await import('./left-out-rows.ts')
  return createLeftOutRows
})
