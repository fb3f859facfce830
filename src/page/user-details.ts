import { createLater } from '../primitives/later/create-later.ts'

/** The details of a user: no first paint needs them. */
export const userDetails = createLater(async () => {
  const { UserPanelDetails } = await import('../components/user-panel/UserPanelDetails.tsx')
  return UserPanelDetails
})
