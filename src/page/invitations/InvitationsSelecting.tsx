import { useSyncExternalStore } from 'react'
import {
  InvitationsTable,
  type InvitationsTableProps,
} from '../../components/invitations/InvitationsTable.tsx'
import type { InvitationsListResult } from '../../hooks/useInvitationsList.ts'
import { invitationsMessages } from '../../messages/invitations.ts'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import { useNotices } from '../../primitives/roster-ui/useNotices.ts'

interface InvitationsSelectingProps extends Omit<InvitationsTableProps, 'invitations'> {
  list: InvitationsListResult
  /** Whether anything can be done with a selection. */
  isSelectable: boolean
}

/**
 * The table with its selection. Only the table and the bar subscribe to the selection, so nothing else renders when a
 * row is toggled.
 */
export function InvitationsSelecting({ list, isSelectable, ...table }: InvitationsSelectingProps) {
  const t = useMessages(invitationsMessages)
  const { toast } = useNotices()
  const { subscribe, getSnapshot, getServerSnapshot, setSelection } = list.selecting
  const { selection, canSelectAll } = useSyncExternalStore(subscribe, getSnapshot, getServerSnapshot)
  return (
    <InvitationsTable
      invitations={list.source}
      pending={list.pending}
      sort={list.query.sort}
      onSortChange={list.setSort}
      pendingIds={list.pendingIds}
      {...(isSelectable && {
        selection,
        onSelectionChange: setSelection,
        selectAllReason: canSelectAll ? undefined : t.selectAllWaits,
        onRangeTooLong: () => void toast({ text: t.rangeTooLong, tone: 'failed' }),
      })}
      {...table}
    />
  )
}
