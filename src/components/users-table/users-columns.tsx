import type { ReactNode } from 'react'
import type { User } from '../../contract/users.ts'
import type { FormattedMessages } from '../../messages/message.ts'
import type { usersTableMessages } from '../../messages/users-table.ts'
import type { DataTableColumn } from '../../primitives/data-table/columns/column.ts'
import { Hidden } from '../../primitives/hidden/Hidden.tsx'
import { roleName } from '../wording/role-name.ts'
import { userName } from '../wording/user-name.ts'
import { MomentCell } from './MomentCell.tsx'
import { TeamsCell } from './TeamsCell.tsx'
import { UserCell } from './UserCell.tsx'
import { UserSkeleton } from './UserSkeleton.tsx'

/** The id of a column that can be hidden. The column of users is always shown. */
export type UsersTableColumn = 'role' | 'teams' | 'lastActive' | 'joined' | (string & {})

/** A column that a host adds to ours. */
export interface UsersTableCustomColumn {
  /** It must differ from the ids of our columns. */
  id: string
  /** Text of the head. */
  header: string
  /** Renders the cell of a user. `user.custom` contains the host's own fields. */
  cell(user: User): ReactNode
  /** In pixels. @default 160 */
  width?: number
}

const teamsWidth = 300
const cellPadding = 12

/** What the columns are made of. */
export interface UsersColumnsOptions {
  messages: FormattedMessages<(typeof usersTableMessages)['messages']>
  viewerId: string | undefined
  conflictIds: ReadonlySet<string> | undefined
  /** Keys that the backend sorts by. */
  sorts: readonly string[]
  stale: boolean
  /** Whether the rows belong to an earlier query. Presence is then left out. */
  waiting: boolean
  onEditTeams: ((user: User) => void) | undefined
  customColumns: readonly UsersTableCustomColumn[]
}

/** The columns of users. The least important ones are hidden first when there is no room. */
export const usersColumns = (options: UsersColumnsOptions): DataTableColumn<User>[] => {
  const { messages, viewerId, conflictIds, sorts, stale, waiting, onEditTeams, customColumns } = options
  const headers = messages.columns
  return [
    {
      id: 'user',
      stateless: true,
      header: headers.user,
      primary: true,
      sortable: sorts.includes('name'),
      cell: (user, cell) => (
        <UserCell
          user={user}
          cell={cell}
          isViewer={user.id === viewerId}
          isConflict={conflictIds?.has(user.id) ?? false}
          stale={stale || waiting}
        />
      ),
      skeleton: (index) => <UserSkeleton index={index} />,
    },
    {
      id: 'role',
      stateless: true,
      header: headers.role,
      width: 148,
      narrowWidth: 92,
      priority: 1,
      cell: ({ role }, { narrow }) => {
        const name = roleName(role, messages)
        return narrow ? <span className="roster-users-role">{name}</span> : name
      },
    },
    {
      id: 'teams',
      stateless: true,
      header: headers.teams,
      width: teamsWidth,
      priority: 3,
      cell: (user, { primary }) => (
        <TeamsCell
          owner={user}
          none={<Hidden>{messages.noTeams}</Hidden>}
          room={teamsWidth - cellPadding}
          tabIndex={primary?.tabIndex}
          edit={
            onEditTeams && {
              label: () => messages.editTeams({ name: userName(user, messages) }),
              onEdit: () => onEditTeams(user),
            }
          }
        />
      ),
    },
    ...customColumns.map((column) => ({ ...column, priority: 5 })),
    {
      id: 'lastActive',
      stateless: true,
      header: headers.lastActive,
      width: 116,
      priority: 2,
      sortable: sorts.includes('lastActive'),
      sortFirst: 'descending',
      cell: ({ lastActiveAt }) => (
        <MomentCell value={lastActiveAt} absolute={stale} unknown={messages.unknown} />
      ),
    },
    {
      id: 'joined',
      stateless: true,
      header: headers.joined,
      width: 116,
      priority: 4,
      sortable: sorts.includes('joined'),
      sortFirst: 'descending',
      cell: ({ joinedAt }) => <MomentCell value={joinedAt} absolute={stale} unknown={messages.unknown} />,
    },
  ]
}
