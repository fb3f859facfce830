import type { ActivityEntry } from '../../../contract/activity.ts'
import type { RoleRef } from '../../../contract/roles.ts'
import { userPanelMessages } from '../../../messages/user-panel.ts'
import { usersTableMessages } from '../../../messages/users-table.ts'
import { Icon } from '../../../primitives/icon/Icon.tsx'
import { useMessages } from '../../../primitives/roster-ui/useMessages.ts'
import { roleName } from '../../wording/role-name.ts'
import { entryOfRole } from './entry-of-role.ts'

interface RoleOvertakenProps {
  /** The user's role as someone else changed it. */
  role: RoleRef
  /** Shows who changed it. */
  entries: readonly ActivityEntry[] | undefined
}

/** Says that someone else changed the role while another one is chosen and not saved. */
export function RoleOvertaken({ role, entries }: RoleOvertakenProps) {
  const t = useMessages(userPanelMessages).role.overtaken
  const users = useMessages(usersTableMessages)
  const by = entries && entryOfRole(role, entries)?.actor.name
  const names = { roleName: roleName(role, users) }
  return (
    <div role="alert" className="roster-role-overtaken">
      <Icon name="alert" />
      <p className="roster-role-overtaken-text">
        <strong>{by ? t.lead({ name: by, ...names }) : t.leadWithoutName(names)}</strong>
        <span>{t.text(names)}</span>
      </p>
    </div>
  )
}
