import { createLater } from '../../base/create-later.ts'

/** The Invitations tab. No first paint of users needs it. */
export const invitationsTab = createLater(async () => {
  const { InvitationsTab } = await import('./InvitationsTab.tsx')
  return InvitationsTab
})
