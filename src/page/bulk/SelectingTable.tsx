import { useCallback, useSyncExternalStore } from 'react'
import { type BulkVerb, bulkDenial } from '../../components/users-table/selectable-user.ts'
import { UsersTable, type UsersTableProps } from '../../components/users-table/UsersTable.tsx'
import type { User } from '../../contract/users.ts'
import type { UsersListResult } from '../../hooks/useUsersList.ts'
import { reasonSentence, reasonsMessages } from '../../messages/reasons.ts'
import { usersTableMessages } from '../../messages/users-table.ts'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import { useNotices } from '../../primitives/roster-ui/useNotices.ts'

/** Props of {@link SelectingTable}. */
export interface SelectingTableProps extends Omit<UsersTableProps, 'users'> {
  users: UsersListResult
  /**
   * What can be done with a selection. Users for whom all of it is denied can't be selected. If it is undefined, no
   * user can be selected.
   */
  verbs: readonly BulkVerb[] | undefined
}

/**
 * The table with its selection. Only the table and the bar subscribe to the selection, so nothing else renders when a
 * row is toggled.
 */
export function SelectingTable({ users, verbs, ...table }: SelectingTableProps) {
  const t = useMessages(usersTableMessages)
  const reasons = useMessages(reasonsMessages)
  const { toast } = useNotices()
  const { subscribe, getSnapshot, getServerSnapshot, setSelection } = users.selecting
  const { selection, canSelectAll } = useSyncExternalStore(subscribe, getSnapshot, getServerSnapshot)
  const selectable = useCallback(
    (user: User) => reasonSentence(reasons, bulkDenial(user, verbs ?? [])) ?? true,
    [reasons, verbs],
  )
  const selecting = verbs && {
    selection,
    onSelectionChange: setSelection,
    selectable,
    selectAllReason: canSelectAll ? undefined : t.selectAllWaits,
    // The rows are numbered by the earlier query until then.
    idsOf: canSelectAll ? users.idsOf : undefined,
    onRangeTooLong: () => void toast({ text: t.rangeTooLong, tone: 'failed' }),
  }
  return <UsersTable users={users.source} {...table} {...selecting} />
}
