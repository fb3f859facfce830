import { type ComponentPropsWithoutRef, forwardRef, useCallback, useMemo } from 'react'
import type { RowSource } from '../../base/row-source.ts'
import type { Invitation } from '../../contract/invitations.ts'
import type { InvitationsSort } from '../../contract/invitations-query.ts'
import { invitationsMessages } from '../../messages/invitations.ts'
import { reasonSentence, reasonsMessages } from '../../messages/reasons.ts'
import { usersTableMessages } from '../../messages/users-table.ts'
import type { ColumnChoiceOptions } from '../../primitives/data-table/columns/useColumnChoice.ts'
import { DataTable } from '../../primitives/data-table/DataTable.tsx'
import type { DataTableProps } from '../../primitives/data-table/data-table-props.ts'
import type { PagingOptions } from '../../primitives/data-table/paging/usePages.ts'
import type { RowSelectionOptions } from '../../primitives/data-table/selection/useRowSelection.ts'
import { classNames } from '../../primitives/element/class-names.ts'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import { type InvitationsTableColumn, invitationsColumns } from './invitations-columns.tsx'
import { toInvitationsSort, toTableSort } from './invitations-sort.ts'

/** Props of {@link InvitationsTable}. */
export interface InvitationsTableProps
  extends Omit<ComponentPropsWithoutRef<'div'>, 'children'>,
    RowSelectionOptions<Invitation>,
    ColumnChoiceOptions,
    PagingOptions,
    Pick<
      DataTableProps<Invitation>,
      'listKey' | 'pendingIds' | 'onRangeChange' | 'density' | 'actionsRef' | 'onFocusedRowChange' | 'waiting'
    > {
  invitations: RowSource<Invitation> | readonly Invitation[]
  /**
   * How many of them are pending. The ones after them have expired, and get a heading. @default those before the first
   * expired one of an array
   */
  pending?: number | undefined
  /** Shows placeholders instead of `invitations`, which are loading. @default false */
  loading?: boolean
  /** @default '-sent' */
  sort?: InvitationsSort | undefined
  /** Omit it and the headings can't sort. */
  onSortChange?: (sort: InvitationsSort) => void
  /** Opens an invitation. Omit it and rows can't be opened. */
  onOpenInvitation?: ((invitation: Invitation) => void) | undefined
  /** The invitation that is open beside the table. */
  openInvitationId?: string | undefined
  /** @default none */
  defaultHiddenColumns?: readonly InvitationsTableColumn[] | undefined
  /** Whether the rows may be out of date. Times are then absolute. @default false */
  stale?: boolean
}

/** Enough placeholders for any screen. */
const loadingRows: RowSource<Invitation> = { total: 24, totalIs: 'atLeast', at: () => undefined }
const invitationId = ({ id }: Invitation) => id
const invitationEmail = ({ email }: Invitation) => email

/** Invitations with their delivery and expiry. Expired ones are marked, and have a heading of their own. */
export const InvitationsTable = forwardRef<HTMLDivElement, InvitationsTableProps>(function InvitationsTable(
  {
    invitations,
    pending,
    loading = false,
    sort = '-sent',
    onSortChange,
    onOpenInvitation,
    openInvitationId,
    stale = false,
    selectable,
    className,
    ...rest
  },
  ref,
) {
  const t = useMessages(invitationsMessages)
  const users = useMessages(usersTableMessages)
  const reasons = useMessages(reasonsMessages)
  const columns = useMemo(() => invitationsColumns({ messages: t, users, stale }), [t, users, stale])
  const usable = useCallback(
    ({ actions }: Invitation) => actions.resend.allowed || (reasonSentence(reasons, actions.delete) ?? true),
    [reasons],
  )
  const { before, count } = expiredIn(invitations, pending)
  const label = t.expiredGroup({ count })
  const group = useMemo(() => ({ before, label }), [before, label])
  return (
    <DataTable
      ref={ref}
      className={classNames('roster-invitations-table', className)}
      label={t.label}
      rows={loading ? loadingRows : invitations}
      aria-busy={loading || rest.waiting}
      columns={columns}
      rowId={invitationId}
      rowName={invitationEmail}
      group={loading || count === 0 ? undefined : group}
      sort={toTableSort(sort)}
      onSortChange={
        onSortChange &&
        ((asked) => {
          const next = toInvitationsSort(asked)
          if (next) onSortChange(next)
        })
      }
      onActivate={onOpenInvitation}
      openId={openInvitationId}
      selectable={selectable ?? usable}
      {...rest}
    />
  )
})

/** Where the expired invitations begin, and how many there are. */
function expiredIn(
  invitations: InvitationsTableProps['invitations'],
  pending: number | undefined,
): { before: number; count: number } {
  if ('total' in invitations) {
    const { total } = invitations
    return { before: pending ?? total, count: pending === undefined ? 0 : Math.max(0, total - pending) }
  }
  const first = invitations.findIndex(({ status }) => status === 'expired')
  const before = pending ?? (first < 0 ? invitations.length : first)
  return { before, count: Math.max(0, invitations.length - before) }
}
