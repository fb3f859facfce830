import type { Invitation } from '../../contract/invitations.ts'
import { Chip } from '../../primitives/chip/Chip.tsx'
import type { DataTableColumn } from '../../primitives/data-table/columns/column.ts'
import { DataTablePrimary } from '../../primitives/data-table/DataTablePrimary.tsx'
import { RelativeTime } from '../../primitives/relative-time/RelativeTime.tsx'
import { DeliveryNote } from './DeliveryNote.tsx'
import { ExpiryNote } from './ExpiryNote.tsx'
import type { InvitationsMessages } from './expiry-text.ts'

/** How many teams a cell names; the others are counted. */
const mostTeams = 2

/** The columns of invitations. The least important ones are hidden first when there is no room. */
export const invitationsColumns = (
  t: InvitationsMessages,
  viaRole: string,
): DataTableColumn<Invitation>[] => [
  {
    id: 'email',
    stateless: true,
    header: t.columns.email,
    primary: true,
    sortable: true,
    cell: ({ email, delivery }, { primary, folded }) => (
      <span className="roster-invitation">
        {primary ? (
          <DataTablePrimary className="roster-invitation-email" dir="ltr" {...primary}>
            {email}
          </DataTablePrimary>
        ) : (
          <span className="roster-invitation-email" dir="ltr">
            {email}
          </span>
        )}
        {folded.includes('sent') && delivery && <DeliveryNote delivery={delivery} />}
      </span>
    ),
  },
  {
    id: 'role',
    stateless: true,
    header: t.columns.role,
    width: 112,
    priority: 3,
    cell: ({ role }) => role.name.trim() || t.unknown,
  },
  {
    id: 'teams',
    stateless: true,
    header: t.columns.teams,
    width: 220,
    priority: 4,
    cell: ({ teams = [] }) => (
      <span className="roster-invitation-teams">
        {teams.slice(0, mostTeams).map(({ id, name, direct }) => (
          <Chip key={id} variant={direct ? 'filled' : 'outlined'} note={!direct && viaRole}>
            {name}
          </Chip>
        ))}
        {teams.length > mostTeams && <span>{`+${teams.length - mostTeams}`}</span>}
        {teams.length === 0 && <span>{t.noTeams}</span>}
      </span>
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
    cell: ({ sentAt, invitedAt, delivery }) => (
      <span className="roster-invitation">
        <RelativeTime value={sentAt ?? invitedAt} />
        {delivery && <DeliveryNote delivery={delivery} />}
      </span>
    ),
  },
  {
    id: 'expires',
    stateless: true,
    header: t.columns.expires,
    width: 132,
    narrowWidth: 116,
    priority: 1,
    sortable: true,
    cell: (invitation) => <ExpiryNote invitation={invitation} />,
  },
]
