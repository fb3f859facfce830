import { useLater } from '../../primitives/later/useLater.ts'
import type { OpenInvitationProps } from './OpenInvitation.tsx'
import { openInvitation } from './open-invitation.ts'

/** The panel of an open invitation, once the code for it is loaded. */
export function LaterOpenInvitation(props: OpenInvitationProps) {
  const Panel = useLater(openInvitation)
  return Panel ? <Panel {...props} /> : null
}
