import { createLater } from '../../base/create-later.ts'

/** The panel of an open invitation. */
export const openInvitation = createLater(async () => {
  const { OpenInvitation } = await import('./OpenInvitation.tsx')
  return OpenInvitation
})
