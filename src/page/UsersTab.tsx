import { memo, type Ref, useMemo } from 'react'
import { UsersChanges } from '../components/users-states/UsersChanges.tsx'
import { UsersSearching } from '../components/users-states/UsersSearching.tsx'
import { UsersStaleBanner } from '../components/users-states/UsersStaleBanner.tsx'
import type { UsersTableColumn, UsersTableCustomColumn } from '../components/users-table/users-columns.tsx'
import { UsersToolbar } from '../components/users-toolbar/UsersToolbar.tsx'
import type { Role } from '../contract/roles.ts'
import type { User } from '../contract/users.ts'
import type { WholeListResult } from '../hooks/list-result.ts'
import { useOnline } from '../hooks/useOnline.ts'
import { useTeams } from '../hooks/useTeams.ts'
import type { UsersListResult } from '../hooks/useUsersList.ts'
import type { UseViewerResult } from '../hooks/useViewer.ts'
import { usersExportMessages } from '../messages/users-export.ts'
import { usersSettingsMessages } from '../messages/users-settings.ts'
import type { DataTableActions } from '../primitives/data-table/useTableActions.ts'
import { useIsLoaded } from '../primitives/later/useIsLoaded.ts'
import { useRosterUI } from '../primitives/roster-ui/RosterUIContext.ts'
import { useMessages } from '../primitives/roster-ui/useMessages.ts'
import type { UsersViewParts } from '../state/users/users-view-parts.ts'
import type { BulkAction } from './bulk/bulk-action.ts'
import type { BulkRequest } from './bulk/bulk-request.ts'
import { bulkVerbs } from './bulk/bulk-verbs.ts'
import type { AskedExport } from './export/export-request.ts'
import { useAskExport } from './export/useAskExport.ts'
import { LaterTable } from './LaterTable.tsx'
import { isFiltered } from './list/is-filtered.ts'
import { listQuestion } from './list/list-question.ts'
import { TypedSearch } from './list/TypedSearch.tsx'
import type { AskedQuestion } from './list/useAskedQuestion.ts'
import { useListAnnouncements } from './list/useListAnnouncements.ts'
import { useListState } from './list/useListState.ts'
import { useLoadedAt } from './list/useLoadedAt.ts'
import { useRowKeys } from './list/useRowKeys.ts'
import { UsersInstead } from './UsersInstead.tsx'
import { usersTable } from './users-table.ts'

/** Props of the Users tab: what the hooks return. */
export interface UsersTabProps {
  users: UsersListResult
  /** How its rows relate to its query. */
  asked: AskedQuestion
  viewer: UseViewerResult
  roles: WholeListResult<Role>
  /** The number of all users, if it is known. */
  total: number | undefined
  onRefresh: () => void
  /** The current state of the view. */
  shown: UsersViewParts
  /** Whether someone else changed the open user's role while another one is chosen but not saved. */
  isOpenOvertaken: boolean
  onOpenUser?: ((user: User) => void) | undefined
  customColumns?: readonly UsersTableCustomColumn[] | undefined
  /** The host's own actions for many users. */
  bulkActions: readonly BulkAction[] | undefined
  /** Called when the person starts to change users outside of the bar. */
  onBulkRequest: (request: BulkRequest) => void
  /** Called inside the click, with what is to be exported. */
  onExport: (asked: AskedExport) => void
  /** Beside *Recent changes* in the menu. */
  recentNote: string | undefined
  /** Opens *Recent changes*. */
  onShowRecent: () => void
  /** Receives the table's handle. */
  actionsRef: Ref<DataTableActions>
}

const hiddenByDefault: readonly string[] = ['joined']

const nothing: readonly UsersTableColumn[] = []
const onlyTeams: readonly UsersTableColumn[] = ['teams']

/** Rows that load while the list scrolls change nothing in the toolbar. */
const Toolbar = memo(UsersToolbar)

/** The Users tab: takes what the hooks return and passes it to the views. */
export function UsersTab(props: UsersTabProps) {
  const { users, viewer, roles, total, onRefresh, shown, onOpenUser, customColumns, actionsRef } = props
  const { isOpenOvertaken, bulkActions, onBulkRequest, onExport, onShowRecent } = props
  const { status, query, error, isFetching, isPlaceholder, changes, view } = users
  const { total: found, totalIs: foundIs } = users
  const teams = useTeams()
  const { rootAttributes } = useRosterUI()
  const surrounding = rootAttributes['data-density'] === 'compact' ? 'compact' : 'cosy'
  const { density = surrounding, hiddenColumns = hiddenByDefault } = shown
  const openUserId = shown.openUserId ?? undefined
  const overtakenId = isOpenOvertaken ? openUserId : undefined
  const conflictIds = useMemo(
    () => (overtakenId === undefined ? users.conflictIds : new Set([...users.conflictIds, overtakenId])),
    [users.conflictIds, overtakenId],
  )
  const isOnline = useOnline()
  const exports = useMessages(usersExportMessages)
  const loadedAt = useLoadedAt(users)
  // Whether the backend has teams: it lists them, or a user has some.
  const hasTeams = teams.isSupported || users.rows.some((user) => user.teams)
  const unknownColumns = hasTeams ? nothing : onlyTeams
  const hidden = useMemo(() => [...hiddenColumns, ...unknownColumns], [hiddenColumns, unknownColumns])
  const askExport = useAskExport({
    query,
    hiddenColumns: hidden,
    columnOrder: shown.columnOrder,
    customColumns,
    onExport,
  })
  const isTableLoaded = useIsLoaded(usersTable)
  const t = useMessages(usersSettingsMessages)
  useListAnnouncements(users, t.found)

  // Until the session is loaded, everything is shown that most backends support, so that nothing moves afterwards.
  const { capabilities } = viewer
  const isKnown = viewer.status !== 'loading'
  const filtersBy = (name: string, list: { isSupported: boolean }) =>
    list.isSupported && (!isKnown || capabilities.filters.includes(name))
  const { isOther, isLate, listKey } = props.asked
  const { isWaiting, isLoading, isStale, shows } = useListState(users, props.asked, isOnline)
  const waits = status !== 'ready' || isPlaceholder
  const of = isFiltered(query) ? total : undefined
  const counted = useMemo(() => ({ shown: found, shownIs: foundIs, of }), [found, foundIs, of])
  const question = listQuestion(query, { roles: roles.rows, teams: teams.rows })
  const known = isKnown ? capabilities : undefined
  const verbs = useMemo(() => bulkVerbs(known, bulkActions), [known, bulkActions])
  const rowKeys = useRowKeys<User>({
    isWaiting,
    isOpen: openUserId !== undefined,
    onOpen: onOpenUser,
    onDelete: capabilities.deleteUsers
      ? ({ id }) => onBulkRequest({ of: { ids: [id] }, action: { kind: 'delete' } })
      : undefined,
    onEscape: users.selecting.clearSelection,
  })

  return (
    <>
      <TypedSearch view={view}>
        {(search) => (
          <Toolbar
            search={search}
            onSearchChange={!isKnown || capabilities.search ? users.setSearch : undefined}
            roles={filtersBy('role', roles) ? roles.rows : undefined}
            teams={filtersBy('team', teams) ? teams.rows : undefined}
            filters={query}
            onFiltersChange={users.setFilters}
            sort={query.sort}
            sorts={isKnown ? capabilities.sorts : undefined}
            onSortChange={users.setSort}
            count={
              isLoading || !isTableLoaded ? 'loading' : status === 'ready' && !isLate ? counted : undefined
            }
            hiddenColumns={hiddenColumns}
            onHiddenColumnsChange={view.setHiddenColumns}
            unknownColumns={unknownColumns}
            customColumns={customColumns}
            density={density}
            onDensityChange={view.setDensity}
            onExport={capabilities.export ? askExport : undefined}
            exportReason={waits ? exports.waits : undefined}
            exportCount={waits || foundIs !== 'exact' ? undefined : found}
            recentNote={props.recentNote}
            onShowRecent={capabilities.selections ? onShowRecent : undefined}
            note={changes > 0 && <UsersChanges changes={changes} onRefresh={onRefresh} />}
          />
        )}
      </TypedSearch>
      {isWaiting && <UsersSearching {...question} />}
      <LaterTable
        shows={shows}
        users={users}
        verbs={verbs}
        loading={isLoading}
        waiting={isWaiting}
        aria-busy={waits}
        listKey={listKey}
        viewerId={viewer.viewer?.id}
        sort={query.sort}
        onSortChange={users.setSort}
        sorts={isKnown ? capabilities.sorts : undefined}
        // The rows are numbered by the earlier query.
        onRangeChange={isOther ? undefined : users.loadRange}
        onOpenUser={onOpenUser}
        openUserId={openUserId}
        {...rowKeys}
        actionsRef={actionsRef}
        pendingIds={users.pendingIds}
        conflictIds={conflictIds}
        customColumns={customColumns}
        hiddenColumns={hidden}
        columnOrder={shown.columnOrder}
        density={density === surrounding ? undefined : density}
        stale={isStale}
      />
      {!shows && <UsersInstead users={users} viewer={viewer} question={question} isOnline={isOnline} />}
      {isStale && (
        <UsersStaleBanner
          reason={isOnline && error ? error : 'offline'}
          loadedAt={loadedAt()}
          retrying={isFetching}
          onRetry={users.refetch}
        />
      )}
    </>
  )
}
