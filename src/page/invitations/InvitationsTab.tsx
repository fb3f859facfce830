import { type RefObject, useState } from 'react'
import { InvitationsToolbar } from '../../components/invitations/InvitationsToolbar.tsx'
import { questionSentence } from '../../components/users-states/question.ts'
import { SearchingLine } from '../../components/users-states/SearchingLine.tsx'
import { UsersChanges } from '../../components/users-states/UsersChanges.tsx'
import { UsersStaleBanner } from '../../components/users-states/UsersStaleBanner.tsx'
import type { Invitation } from '../../contract/invitations.ts'
import { useRosterState } from '../../hooks/RosterContext.ts'
import { useInvitationSettings } from '../../hooks/useInvitationSettings.ts'
import { useInvitationsList } from '../../hooks/useInvitationsList.ts'
import { useOnline } from '../../hooks/useOnline.ts'
import { useRoles } from '../../hooks/useRoles.ts'
import { useTeams } from '../../hooks/useTeams.ts'
import { invitationsMessages } from '../../messages/invitations.ts'
import type { DataTableActions } from '../../primitives/data-table/useTableActions.ts'
import { InElement } from '../../primitives/element/InElement.tsx'
import { useRosterUI } from '../../primitives/roster-ui/RosterUIContext.ts'
import { useFormats } from '../../primitives/roster-ui/useFormats.ts'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import { useNotices } from '../../primitives/roster-ui/useNotices.ts'
import type { InvitationsView } from '../../state/invitations/invitations-view.ts'
import type { InvitationsViewParts } from '../../state/invitations/invitations-view-parts.ts'
import type { BulkRequest } from '../bulk/bulk-request.ts'
import { isFiltered } from '../list/is-filtered.ts'
import { ListChanges } from '../list/ListChanges.tsx'
import { listQuestion } from '../list/list-question.ts'
import { OpenPanel } from '../list/OpenPanel.tsx'
import type { PageSlots } from '../list/page-slots.ts'
import { TypedSearch } from '../list/TypedSearch.tsx'
import { useAskedQuestion } from '../list/useAskedQuestion.ts'
import { useListAnnouncements } from '../list/useListAnnouncements.ts'
import { useListState } from '../list/useListState.ts'
import { useLoadedAt } from '../list/useLoadedAt.ts'
import { useRowKeys } from '../list/useRowKeys.ts'
import { useWholeTotal } from '../list/useWholeTotal.ts'
import { InvitationsBulk } from './InvitationsBulk.tsx'
import { InvitationsInstead } from './InvitationsInstead.tsx'
import { InvitationsSelecting } from './InvitationsSelecting.tsx'
import { invitationVerbs } from './invitation-verbs.ts'
import { LaterOpenInvitation } from './LaterOpenInvitation.tsx'
import { MailWaiting } from './MailWaiting.tsx'
import { useInviters } from './useInviters.ts'

/** Props of {@link InvitationsTab}. */
export interface InvitationsTabProps {
  view: InvitationsView
  /** The current state of the view. */
  shown: InvitationsViewParts
  page: RefObject<HTMLElement | null>
  table: RefObject<DataTableActions | null>
  slots: PageSlots
  /** Opens a user on the Users tab. */
  onOpenUser: (id: string) => void
  /** Shows a change that was started on this tab, once the tab is no longer open. */
  onBulkRequest: (request: BulkRequest) => void
}

/** The Invitations tab: takes what the hooks return and passes it to the views. */
export function InvitationsTab(props: InvitationsTabProps) {
  const { view, shown, page, table, slots, onOpenUser, onBulkRequest } = props
  const t = useMessages(invitationsMessages)
  const formats = useFormats()
  const { announce } = useNotices()
  const { rootAttributes } = useRosterUI()
  const verbs = invitationVerbs(useRosterState('<UsersSettings>').api)
  const list = useInvitationsList({ view })
  const roles = useRoles()
  const teams = useTeams()
  const { settings } = useInvitationSettings()
  const inviters = useInviters(list, settings?.inviters)
  const isOnline = useOnline()
  const loadedAt = useLoadedAt(list)
  const total = useWholeTotal(list)
  const [request, setRequest] = useState<BulkRequest>()
  useListAnnouncements(list, t.found)
  const { status, source, query, error, isFetching, isPlaceholder, changes } = list
  const asked = useAskedQuestion(list)
  const { isWaiting, isLoading, isStale, shows } = useListState(list, asked, isOnline)
  const question = listQuestion(query, { roles: roles.rows, teams: teams.rows })
  const surrounding = rootAttributes['data-density'] === 'compact' ? 'compact' : 'cosy'
  const { density = surrounding, hiddenColumns, columnOrder, openInvitationId } = shown
  const { seats, mail } = settings ?? {}
  const open = ({ id }: Pick<Invitation, 'id'>) => view.openInvitation(id)
  const onDelete = ({ id }: Invitation) => setRequest({ of: { ids: [id] }, action: { kind: 'delete' } })
  const rowKeys = useRowKeys<Invitation>({
    isWaiting,
    isOpen: openInvitationId !== null,
    onOpen: open,
    onDelete: verbs.delete ? onDelete : undefined,
    onEscape: list.selecting.clearSelection,
  })
  const onRefresh = async () => {
    await list.applyChanges()
    announce(t.refreshed)
  }
  const note = changes > 0 && <UsersChanges changes={changes} onRefresh={() => void onRefresh()} />

  return (
    <>
      <InElement slot={slots.note}>
        {changes > 0 && <ListChanges changes={changes} onRefresh={() => void onRefresh()} />}
      </InElement>
      <TypedSearch view={view}>
        {(search) => (
          <InvitationsToolbar
            search={search}
            onSearchChange={list.setSearch}
            roles={roles.isSupported ? roles.rows : undefined}
            teams={teams.isSupported ? teams.rows : undefined}
            inviters={inviters}
            filters={query}
            onFiltersChange={list.setFilters}
            sort={query.sort}
            onSortChange={list.setSort}
            seats={
              seats &&
              t.toolbar.seats({
                taken: formats.number(seats.used + seats.pending),
                total: formats.number(seats.total),
              })
            }
            count={
              isLoading
                ? 'loading'
                : status === 'ready' && !asked.isLate
                  ? {
                      shown: source.total,
                      shownIs: source.totalIs,
                      of: isFiltered(query) ? total : undefined,
                    }
                  : undefined
            }
            hiddenColumns={hiddenColumns}
            onHiddenColumnsChange={view.setHiddenColumns}
            density={density}
            onDensityChange={view.setDensity}
            note={note}
          />
        )}
      </TypedSearch>
      {isWaiting && <SearchingLine text={questionSentence(t.searching, question)} />}
      {shows ? (
        <InvitationsSelecting
          list={list}
          listKey={asked.listKey}
          // The rows are numbered by the earlier query.
          onRangeChange={asked.isOther ? undefined : list.loadRange}
          isSelectable={verbs.resend || verbs.delete}
          loading={isLoading}
          waiting={isWaiting}
          aria-busy={isLoading || isPlaceholder}
          stale={isStale}
          openInvitationId={openInvitationId ?? undefined}
          onOpenInvitation={open}
          actionsRef={table}
          hiddenColumns={hiddenColumns}
          columnOrder={columnOrder}
          density={density === surrounding ? undefined : density}
          {...rowKeys}
        />
      ) : (
        <InvitationsInstead list={list} question={question} isOnline={isOnline} onOpenUser={onOpenUser} />
      )}
      {isStale ? (
        <UsersStaleBanner
          reason={isOnline && error ? error : 'offline'}
          loadedAt={loadedAt()}
          retrying={isFetching}
          onRetry={list.refetch}
        />
      ) : (
        mail && <MailWaiting mail={mail} />
      )}
      <InvitationsBulk
        list={list}
        verbs={verbs}
        page={page}
        table={table}
        request={request}
        onRequestChange={setRequest}
        onLeave={onBulkRequest}
        dock={slots.dock}
      />
      {openInvitationId !== null && (
        <OpenPanel page={page} slot={slots.panel}>
          {(mode) => (
            <LaterOpenInvitation
              id={openInvitationId}
              mode={mode}
              list={list}
              isLate={asked.isLate}
              page={page}
              table={table}
              onIdChange={(id) => view.openInvitation(id ?? null)}
              onDelete={onDelete}
            />
          )}
        </OpenPanel>
      )}
    </>
  )
}
