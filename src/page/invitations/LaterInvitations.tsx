import { useLater } from '../../primitives/later/useLater.ts'
import type { InvitationsTabProps } from './InvitationsTab.tsx'
import { invitationsTab } from './invitations-tab.ts'

/** The Invitations tab, once the code for it is loaded. */
export function LaterInvitations(props: InvitationsTabProps) {
  const Tab = useLater(invitationsTab)
  return Tab ? <Tab {...props} /> : null
}
