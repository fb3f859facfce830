import type { ActivityEntry } from '../../../contract/activity.ts'
import type { RoleRef } from '../../../contract/roles.ts'
import { userPanelMessages } from '../../../messages/user-panel.ts'
import { usersTableMessages } from '../../../messages/users-table.ts'
import { useMessages } from '../../../primitives/roster-ui/useMessages.ts'
import { roleName } from '../../wording/role-name.ts'
import { entryOfRole } from './entry-of-role.ts'
import { RoleAlert } from './RoleAlert.tsx'

interface RoleOvertakenProps {
  /** The user's role as someone else changed it. */
  role: RoleRef
  /** Shows who changed it. */
  entries: readonly ActivityEntry[] | undefined
  /** Whether another role is still chosen, and not the same one. */
  isUnsaved: boolean
}

/** Says that someone else changed the role while the person had chosen one and not saved it. */
export function RoleOvertaken({ role, entries, isUnsaved }: RoleOvertakenProps) {
  const t = useMessages(userPanelMessages).role.overtaken
  const users = useMessages(usersTableMessages)
  const by = entries && entryOfRole(role, entries)?.actor.name
  const names = { roleName: roleName(role, users) }
  return (
    <RoleAlert
      lead={by ? t.lead({ name: by, ...names }) : t.leadWithoutName(names)}
      text={isUnsaved ? t.text(names) : undefined}
    />
  )
}
