import { createLater } from '../base/create-later.ts'

/** The details of a user: no first paint needs them. */
export const userDetails = createLater(async () => {
  const { UserPanelDetails } = await import('./PanelDetails.tsx')
  return UserPanelDetails
})
