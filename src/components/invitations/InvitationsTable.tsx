import { type ComponentPropsWithoutRef, forwardRef, useCallback, useMemo } from 'react'
import type { RowSource } from '../../base/row-source.ts'
import type { Invitation } from '../../contract/invitations.ts'
import type { InvitationsSort } from '../../contract/invitations-query.ts'
import { invitationsMessages } from '../../messages/invitations.ts'
import { reasonSentence, reasonsMessages } from '../../messages/reasons.ts'
import { usersTableMessages } from '../../messages/users-table.ts'
import { DataTable } from '../../primitives/data-table/DataTable.tsx'
import type { DataTableProps } from '../../primitives/data-table/data-table-props.ts'
import type { RowSelectionOptions } from '../../primitives/data-table/selection/useRowSelection.ts'
import { classNames } from '../../primitives/element/class-names.ts'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import { invitationsColumns } from './invitations-columns.tsx'

/** Props of {@link InvitationsTable}. */
export interface InvitationsTableProps
  extends Omit<ComponentPropsWithoutRef<'div'>, 'children'>,
    RowSelectionOptions<Invitation>,
    Pick<DataTableProps<Invitation>, 'listKey' | 'pendingIds' | 'onRangeChange' | 'density' | 'actionsRef'> {
  invitations: RowSource<Invitation> | readonly Invitation[]
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
}

/** Enough placeholders for any screen. */
const loadingRows: RowSource<Invitation> = { total: 24, totalIs: 'atLeast', at: () => undefined }
const invitationId = ({ id }: Invitation) => id
const invitationEmail = ({ email }: Invitation) => email

/** Invitations with their delivery and expiry. Expired ones are marked. */
export const InvitationsTable = forwardRef<HTMLDivElement, InvitationsTableProps>(function InvitationsTable(
  {
    invitations,
    loading = false,
    sort = '-sent',
    onSortChange,
    onOpenInvitation,
    openInvitationId,
    selectable,
    className,
    ...rest
  },
  ref,
) {
  const t = useMessages(invitationsMessages)
  const { viaRole } = useMessages(usersTableMessages)
  const reasons = useMessages(reasonsMessages)
  const columns = useMemo(() => invitationsColumns(t, viaRole), [t, viaRole])
  const deletable = useCallback(
    ({ actions }: Invitation) =>
      actions.resend.allowed || reasonSentence(reasons, actions.delete) === undefined
        ? true
        : (reasonSentence(reasons, actions.delete) ?? true),
    [reasons],
  )
  const descends = sort.startsWith('-')
  return (
    <DataTable
      ref={ref}
      className={classNames('roster-invitations-table', className)}
      label={t.label}
      rows={loading ? loadingRows : invitations}
      aria-busy={loading}
      columns={columns}
      rowId={invitationId}
      rowName={invitationEmail}
      sort={{ column: sort.replace('-', ''), direction: descends ? 'descending' : 'ascending' }}
      onSortChange={
        onSortChange &&
        (({ column, direction }) => {
          if (column === 'email' || column === 'sent' || column === 'expires')
            onSortChange(direction === 'descending' ? `-${column}` : column)
        })
      }
      onActivate={onOpenInvitation}
      openId={openInvitationId}
      selectable={selectable ?? deletable}
      {...rest}
    />
  )
})
