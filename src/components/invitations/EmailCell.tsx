import type { Invitation } from '../../contract/invitations.ts'
import type { DataTableCell } from '../../primitives/data-table/columns/column.ts'
import { DataTablePrimary } from '../../primitives/data-table/DataTablePrimary.tsx'
import { Skeleton } from '../../primitives/skeleton/Skeleton.tsx'
import { DeliveryNote } from './DeliveryNote.tsx'
import { ExpiryNote } from './ExpiryNote.tsx'

interface EmailCellProps {
  invitation: Invitation
  cell: DataTableCell
  /** Whether times are absolute. */
  stale: boolean
}

/** The address, which opens the row. Below it is what its columns have no room for: delivery and expiry. */
export function EmailCell({ invitation, cell: { primary, folded }, stale }: EmailCellProps) {
  const { email } = invitation
  const showsSent = folded.includes('sent')
  return (
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
      {showsSent && (
        <span className="roster-invitation-line">
          <DeliveryNote invitation={invitation} withTime absolute={stale} />
          {folded.includes('expires') && <ExpiryNote invitation={invitation} form="brief" />}
        </span>
      )}
    </span>
  )
}

const lengths = [5, 6, 5, 4, 6, 5] as const

/** The placeholder of an invitation that is loading. */
export const EmailSkeleton = ({ index }: { index: number }) => (
  <span className="roster-invitation roster-invitation-skeleton" data-loading="">
    <Skeleton length={lengths[index % lengths.length] ?? 5} />
    <Skeleton length={3} faint />
  </span>
)
