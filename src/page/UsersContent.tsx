import { type RefObject, useState } from 'react'
import type { Role } from '../contract/roles.ts'
import type { WholeListResult } from '../hooks/list-result.ts'
import { useTeams } from '../hooks/useTeams.ts'
import type { UsersListResult } from '../hooks/useUsersList.ts'
import type { UseViewerResult } from '../hooks/useViewer.ts'
import { Boundary } from '../primitives/boundary/Boundary.tsx'
import type { DataTableActions } from '../primitives/data-table/useTableActions.ts'
import type { BulkRequest } from './bulk/bulk-request.ts'
import { LaterBulk } from './bulk/LaterBulk.tsx'
import type { AskedExport } from './export/export-request.ts'
import { OpenPanel } from './list/OpenPanel.tsx'
import type { PageSlots } from './list/page-slots.ts'
import { OpenUser } from './OpenUser.tsx'
import { UsersTab } from './UsersTab.tsx'
import type { UsersSettingsProps } from './users-settings-props.ts'
import type { SettingsView } from './useSettingsView.ts'

interface UsersContentProps
  extends Pick<UsersSettingsProps, 'onOpenUser' | 'customColumns' | 'panelSections' | 'bulkActions'> {
  view: SettingsView
  users: UsersListResult
  viewer: UseViewerResult
  roles: WholeListResult<Role>
  /** The number of all users, if it is known. */
  total: number | undefined
  onRefresh: () => void
  /** Opens an invitation on its tab. */
  onOpenInvitation: (id: string) => void
  /** Called inside the click, with what is to be exported. */
  onExport: (asked: AskedExport) => void
  page: RefObject<HTMLElement | null>
  table: RefObject<DataTableActions | null>
  slots: PageSlots
}

/** The Users tab, what is done with many users, and the open user. */
export function UsersContent(props: UsersContentProps) {
  const { view, users, viewer, roles, page, table, slots, onOpenUser, bulkActions } = props
  const { usersView, users: shown } = view
  const { openUserId } = shown
  const teams = useTeams()
  const [request, setRequest] = useState<BulkRequest>()
  const [isOvertaken, setOvertaken] = useState(false)
  const [recentNote, setRecentNote] = useState<string>()
  const [showsRecent, setShowsRecent] = useState(false)

  return (
    <>
      <UsersTab
        users={users}
        viewer={viewer}
        roles={roles}
        total={props.total}
        onRefresh={props.onRefresh}
        shown={shown}
        isOpenOvertaken={isOvertaken}
        onOpenUser={(user) => {
          usersView.openUser(user.id)
          onOpenUser?.(user)
        }}
        customColumns={props.customColumns}
        actionsRef={table}
        bulkActions={bulkActions}
        onBulkRequest={setRequest}
        onExport={props.onExport}
        recentNote={recentNote}
        onShowRecent={() => setShowsRecent(true)}
      />
      <Boundary name="dialog" fallback={() => null}>
        <LaterBulk
          users={users}
          viewer={viewer}
          roles={roles}
          teams={teams}
          page={page}
          table={table}
          bulkActions={bulkActions}
          request={request}
          onRequestChange={setRequest}
          dock={slots.dock}
          showsRecent={showsRecent}
          onShowsRecentChange={setShowsRecent}
          onRecentNoteChange={setRecentNote}
          openUser={usersView.openUser}
          openInvitation={props.onOpenInvitation}
        />
      </Boundary>
      {openUserId !== null && !onOpenUser && (
        <OpenPanel page={page} slot={slots.panel}>
          {(mode) => (
            <OpenUser
              userId={openUserId}
              mode={mode}
              users={users}
              viewer={viewer}
              roles={roles}
              sections={props.panelSections}
              page={page}
              table={table}
              onBulkRequest={setRequest}
              onOvertakenChange={setOvertaken}
              onUserIdChange={(id) => usersView.openUser(id ?? null)}
            />
          )}
        </OpenPanel>
      )}
    </>
  )
}
