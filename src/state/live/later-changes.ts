import { createLater } from '../../base/create-later.ts'

/** Following the change log. No first paint needs it. */
export const laterChanges = createLater(async () => {
  const { followChanges } = await import('./follow-changes.ts')
  return followChanges
})
