import type { Invitation } from '../../contract/invitations.ts'
import type { FormattedMessages } from '../../messages/message.ts'
import type { usersTableMessages } from '../../messages/users-table.ts'
import type { DataTableColumn } from '../../primitives/data-table/columns/column.ts'
import { RelativeTime } from '../../primitives/relative-time/RelativeTime.tsx'
import { Skeleton } from '../../primitives/skeleton/Skeleton.tsx'
import { TeamsCell } from '../users-table/TeamsCell.tsx'
import { roleName } from '../wording/role-name.ts'
import { DeliveryNote } from './DeliveryNote.tsx'
import { EmailCell, EmailSkeleton } from './EmailCell.tsx'
import { ExpiryNote } from './ExpiryNote.tsx'
import type { InvitationsMessages } from './expiry-text.ts'

/** The id of a column that can be hidden. The column of addresses is always shown. */
export type InvitationsTableColumn = 'role' | 'teams' | 'invitedBy' | 'sent' | 'expires' | (string & {})

const teamsWidth = 188
const cellPadding = 12

/** What the columns are made of. */
export interface InvitationsColumnsOptions {
  messages: InvitationsMessages
  users: FormattedMessages<(typeof usersTableMessages)['messages']>
  /** Whether the rows may be out of date. Times are then absolute. */
  stale: boolean
}

/** The columns of invitations. The least important ones are hidden first when there is no room. */
export const invitationsColumns = ({
  messages: t,
  users,
  stale,
}: InvitationsColumnsOptions): DataTableColumn<Invitation>[] => [
  {
    id: 'email',
    stateless: true,
    header: t.columns.email,
    primary: true,
    sortable: true,
    cell: (invitation, cell) => <EmailCell invitation={invitation} cell={cell} stale={stale} />,
    skeleton: (index) => <EmailSkeleton index={index} />,
  },
  {
    id: 'role',
    stateless: true,
    header: t.columns.role,
    width: 104,
    priority: 3,
    cell: ({ role }) => roleName(role, users),
  },
  {
    id: 'teams',
    stateless: true,
    header: t.columns.teams,
    width: teamsWidth,
    priority: 4,
    cell: (invitation, { primary }) => (
      <TeamsCell
        owner={invitation}
        none={<span className="roster-invitation-none">{t.noTeams}</span>}
        room={teamsWidth - cellPadding}
        tabIndex={primary?.tabIndex}
      />
    ),
  },
  {
    id: 'invitedBy',
    stateless: true,
    header: t.columns.invitedBy,
    width: 156,
    priority: 5,
    cell: ({ invitedBy }) =>
      invitedBy?.deleted ? t.deletedInviter({ name: invitedBy.name || t.unknown }) : (invitedBy?.name ?? ''),
  },
  {
    id: 'sent',
    stateless: true,
    header: t.columns.sent,
    width: 148,
    priority: 2,
    sortable: true,
    sortFirst: 'descending',
    cell: (invitation) => (
      <span className="roster-invitation">
        <RelativeTime value={lastSentAt(invitation)} absolute={stale} />
        <DeliveryNote invitation={invitation} />
      </span>
    ),
    skeleton: () => (
      <span className="roster-invitation" data-loading="">
        <Skeleton length={4} />
        <Skeleton length={3} faint />
      </span>
    ),
  },
  {
    id: 'expires',
    stateless: true,
    header: t.columns.expires,
    width: 124,
    narrowWidth: 84,
    priority: 1,
    sortable: true,
    cell: (invitation, { folded }) => (
      <ExpiryNote
        invitation={invitation}
        form={folded.includes('sent') ? 'brief' : stale ? 'absolute' : 'full'}
      />
    ),
  },
]

/** When the latest email was sent. One that is still queued, or failed, counts from when it was requested. */
const lastSentAt = ({ sentAt, requestedAt, invitedAt }: Invitation) => sentAt ?? requestedAt ?? invitedAt
