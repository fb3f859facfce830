import type { User } from '../../contract/users.ts'
import { usersTableMessages } from '../../messages/users-table.ts'
import { Avatar } from '../../primitives/avatar/Avatar.tsx'
import { Badge } from '../../primitives/badge/Badge.tsx'
import type { DataTableCell } from '../../primitives/data-table/columns/column.ts'
import { DataTablePrimary } from '../../primitives/data-table/DataTablePrimary.tsx'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import { roleName } from '../wording/role-name.ts'
import { userName } from '../wording/user-name.ts'

interface UserCellProps {
  user: User
  cell: DataTableCell
  isViewer: boolean
  /** Whether someone else changed the user at the same time as the viewer. */
  isConflict: boolean
  /** Whether presence is left out, since it may have changed. */
  stale: boolean
}

/**
 * The user: the name, which opens the row, and the email below it. It also shows the role if its column has no room.
 */
export function UserCell({ user, cell, isViewer, isConflict, stale }: UserCellProps) {
  const t = useMessages(usersTableMessages)
  const { id, email, avatarUrl, role, presence } = user
  const name = userName(user, t)
  const showsRole = cell.folded.includes('role')
  const line = email !== name && (
    <span className="roster-user-email" dir="ltr">
      {email}
    </span>
  )
  const title = cell.primary ? (
    <DataTablePrimary className="roster-user-name" dir="auto" {...cell.primary}>
      {name}
    </DataTablePrimary>
  ) : (
    <span className="roster-user-name" dir="auto">
      {name}
    </span>
  )
  const shown = stale || presence === 'offline' ? undefined : presence
  return (
    <div className="roster-user">
      <Avatar
        personId={id}
        name={name}
        src={avatarUrl}
        presence={shown}
        presenceLabel={shown && t.presence[shown]}
      />
      <div className="roster-user-text">
        {isViewer || isConflict ? (
          <span className="roster-user-line">
            {title}
            {isViewer && <Badge>{t.you}</Badge>}
            {isConflict && <Badge tone="warning">{t.changed}</Badge>}
          </span>
        ) : (
          title
        )}
        {showsRole ? (
          <span className="roster-user-line">
            <span className="roster-user-role" dir="auto">
              {roleName(role, t)}
            </span>
            {line}
          </span>
        ) : (
          line
        )}
      </div>
    </div>
  )
}
