import { createLater } from '../../base/create-later.ts'

/** The Idle logout tab. No first paint of users needs it. */
export const idleLogoutTab = createLater(async () => {
  const { IdleLogoutTab } = await import('./IdleLogoutTab.tsx')
  return IdleLogoutTab
})
