import { type RefObject, useState } from 'react'
import type { Role } from '../contract/roles.ts'
import type { WholeListResult } from '../hooks/list-result.ts'
import type { UsersListResult } from '../hooks/useUsersList.ts'
import type { UseViewerResult } from '../hooks/useViewer.ts'
import type { DataTableActions } from '../primitives/data-table/useTableActions.ts'
import type { BulkRequest } from './bulk/bulk-request.ts'
import type { AskedExport } from './export/export-request.ts'
import { OpenPanel } from './list/OpenPanel.tsx'
import { PageSlot } from './list/PageSlot.tsx'
import type { PageSlots } from './list/page-slots.ts'
import { useAskedQuestion } from './list/useAskedQuestion.ts'
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
  /** Called when the person starts to change users outside of the bar. */
  onBulkRequest: (request: BulkRequest) => void
  /** Beside *Recent changes* in the menu. */
  recentNote: string | undefined
  /** Opens *Recent changes*. */
  onShowRecent: () => void
  /** Called inside the click, with what is to be exported. */
  onExport: (asked: AskedExport) => void
  page: RefObject<HTMLElement | null>
  table: RefObject<DataTableActions | null>
  slots: PageSlots
}

/** The Users tab and the open user. */
export function UsersContent(props: UsersContentProps) {
  const { view, users, viewer, roles, page, table, slots, onOpenUser, bulkActions } = props
  const { usersView, users: shown } = view
  const { openUserId } = shown
  const question = useAskedQuestion(users)
  const [isOvertaken, setOvertaken] = useState(false)

  return (
    <>
      <UsersTab
        users={users}
        asked={question}
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
        onBulkRequest={props.onBulkRequest}
        onExport={props.onExport}
        recentNote={props.recentNote}
        onShowRecent={props.onShowRecent}
      />
      <PageSlot slot={slots.bulk} />
      {openUserId !== null && !onOpenUser && (
        <OpenPanel page={page} slot={slots.panel}>
          {(mode) => (
            <OpenUser
              userId={openUserId}
              mode={mode}
              users={users}
              isLate={question.isLate}
              viewer={viewer}
              roles={roles}
              sections={props.panelSections}
              page={page}
              table={table}
              onBulkRequest={props.onBulkRequest}
              onOvertakenChange={setOvertaken}
              onUserIdChange={(id) => usersView.openUser(id ?? null)}
            />
          )}
        </OpenPanel>
      )}
    </>
  )
}
