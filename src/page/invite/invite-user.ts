import { createLater } from '../../base/create-later.ts'

/** The dialog *Invite user* with its data. No first paint needs it. */
export const inviteUser = createLater(async () => {
  const { OpenInviteUser } = await import('./OpenInviteUser.tsx')
  return OpenInviteUser
})
