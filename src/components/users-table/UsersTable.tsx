import { type ComponentPropsWithoutRef, forwardRef, useCallback, useMemo } from 'react'
import type { RowSource } from '../../base/row-source.ts'
import type { User } from '../../contract/users.ts'
import type { UsersSort } from '../../contract/users-query.ts'
import { reasonSentence, reasonsMessages } from '../../messages/reasons.ts'
import { usersTableMessages } from '../../messages/users-table.ts'
import type { DataTableSort } from '../../primitives/data-table/columns/column-sort.ts'
import type { ColumnChoiceOptions } from '../../primitives/data-table/columns/useColumnChoice.ts'
import { DataTable } from '../../primitives/data-table/DataTable.tsx'
import type { DataTableProps } from '../../primitives/data-table/data-table-props.ts'
import type { PagingOptions } from '../../primitives/data-table/paging/usePages.ts'
import type { RowSelectionOptions } from '../../primitives/data-table/selection/useRowSelection.ts'
import { classNames } from '../../primitives/element/class-names.ts'
import { useLatest } from '../../primitives/element/useLatest.ts'
import { useSameContent } from '../../primitives/element/useSameContent.ts'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import { userName } from '../wording/user-name.ts'
import { type UsersTableColumn, type UsersTableCustomColumn, usersColumns } from './users-columns.tsx'
import { toTableSort, toUsersSort } from './users-sort.ts'

/** Props of {@link UsersTable}. */
export interface UsersTableProps
  extends Omit<ComponentPropsWithoutRef<'div'>, 'children'>,
    RowSelectionOptions<User>,
    Omit<ColumnChoiceOptions, 'defaultHiddenColumns'>,
    PagingOptions,
    Pick<
      DataTableProps<User>,
      'listKey' | 'pendingIds' | 'onRangeChange' | 'density' | 'actionsRef' | 'onFocusedRowChange'
    > {
  users: RowSource<User> | readonly User[]
  /** Shows placeholders instead of `users`, which are loading. @default false */
  loading?: boolean
  /**
   * Whether the rows belong to an earlier query, while the next one is loading. They are dimmed and can't be selected
   * or opened. @default false
   */
  waiting?: boolean
  /** The user whose row says *You*. */
  viewerId?: string | undefined
  /** @default 'name' */
  sort?: UsersSort | undefined
  /** Omit it and the headings can't sort. */
  onSortChange?: (sort: UsersSort) => void
  /** Keys that the backend sorts by. @default all */
  sorts?: readonly string[]
  /** Opens a user. Omit it and rows can't be opened. */
  onOpenUser?: ((user: User) => void) | undefined
  /** The user that is open beside the table. */
  openUserId?: string | undefined
  /** Users whose row says *Changed*, since someone else changed them at the same time as the viewer. */
  conflictIds?: ReadonlySet<string> | undefined
  /** @default ['joined'] */
  defaultHiddenColumns?: readonly UsersTableColumn[] | undefined
  /** Your own columns, after ours; keep the array stable. */
  customColumns?: readonly UsersTableCustomColumn[] | undefined
  /** Whether the rows may be out of date. Times are then absolute, and presence is left out. @default false */
  stale?: boolean
}

const allSorts: readonly string[] = ['name', 'lastActive', 'joined']
const noColumns: readonly UsersTableCustomColumn[] = []
const hiddenByDefault: readonly UsersTableColumn[] = ['joined']
/** Enough placeholders for any screen. */
const loadingRows: RowSource<User> = { total: 24, totalIs: 'atLeast', at: () => undefined }
const userId = ({ id }: User) => id

/** Users with their roles and teams. Rows that the viewer may not act on explain why they can't be selected. */
export const UsersTable = forwardRef<HTMLDivElement, UsersTableProps>(function UsersTable(
  {
    users,
    loading = false,
    waiting = false,
    viewerId,
    sort = 'name',
    onSortChange,
    sorts = allSorts,
    onOpenUser,
    openUserId,
    conflictIds,
    defaultHiddenColumns = hiddenByDefault,
    customColumns = noColumns,
    stale = false,
    selectable: canSelect,
    className,
    ...rest
  },
  ref,
) {
  const t = useMessages(usersTableMessages)
  const reasons = useMessages(reasonsMessages)

  // Columns only render again if what they show changes, even if the host creates a new handler on each render.
  const latestOpen = useLatest(onOpenUser)
  const openUser = useCallback((user: User) => latestOpen.current?.(user), [])
  const latestSort = useLatest(onSortChange)
  const changeSort = useCallback((asked: DataTableSort) => {
    const next = toUsersSort(asked)
    if (next) latestSort.current?.(next)
  }, [])
  const onEditTeams = onOpenUser && openUser
  const sortable = useSameContent(sorts)
  // Placeholders are of nobody, so they don't render again once the viewer is known.
  const you = loading ? undefined : viewerId
  const columns = useMemo(
    () =>
      usersColumns({
        messages: t,
        viewerId: you,
        conflictIds,
        sorts: sortable,
        stale,
        waiting,
        onEditTeams,
        customColumns,
      }),
    [t, you, conflictIds, sortable, stale, waiting, onEditTeams, customColumns],
  )
  const deletable = useCallback(
    (user: User) => reasonSentence(reasons, user.actions.delete) ?? true,
    [reasons],
  )

  return (
    <DataTable
      ref={ref}
      className={classNames('roster-users-table', className)}
      label={t.label}
      rows={loading ? loadingRows : users}
      aria-busy={loading || waiting}
      waiting={waiting}
      columns={columns}
      rowId={userId}
      rowName={(user) => userName(user, t)}
      defaultHiddenColumns={defaultHiddenColumns}
      sort={useMemo(() => toTableSort(sort), [sort])}
      onSortChange={onSortChange && changeSort}
      onActivate={onOpenUser}
      openId={openUserId}
      selectable={canSelect ?? deletable}
      {...rest}
    />
  )
})
