import { createLater } from '../base/create-later.ts'

/** What is inside the panel of an open user. No first paint needs it. */
export const openUserPanel = createLater(async () => {
  const { OpenUserPanel } = await import('./OpenUserPanel.tsx')
  return OpenUserPanel
})
