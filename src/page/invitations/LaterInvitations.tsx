import { UsersTableOutline } from '../../components/users-table/UsersTableOutline.tsx'
import { useLater } from '../../primitives/later/useLater.ts'
import type { InvitationsTabProps } from './InvitationsTab.tsx'
import { invitationsTab } from './invitations-tab.ts'

/** The Invitations tab, or an outline of its table while the code for it is loading. */
export function LaterInvitations(props: InvitationsTabProps) {
  const Tab = useLater(invitationsTab)
  return Tab ? <Tab {...props} /> : <UsersTableOutline />
}
