import { type RefObject, useCallback, useRef, useState } from 'react'
import { UsersDenied } from '../components/users-states/UsersDenied.tsx'
import { usePendingInvitations } from '../hooks/usePendingInvitations.ts'
import { useRoles } from '../hooks/useRoles.ts'
import { useUsersList } from '../hooks/useUsersList.ts'
import { useViewer } from '../hooks/useViewer.ts'
import { denialSentence, reasonsMessages } from '../messages/reasons.ts'
import { usersSettingsMessages } from '../messages/users-settings.ts'
import { Boundary } from '../primitives/boundary/Boundary.tsx'
import type { DataTableActions } from '../primitives/data-table/useTableActions.ts'
import { usePreload } from '../primitives/later/usePreload.ts'
import { useMessages } from '../primitives/roster-ui/useMessages.ts'
import { useNotices } from '../primitives/roster-ui/useNotices.ts'
import { Tab } from '../primitives/tabs/Tab.tsx'
import { TabList } from '../primitives/tabs/TabList.tsx'
import { Tabs } from '../primitives/tabs/Tabs.tsx'
import type { BulkRequest } from './bulk/bulk-request.ts'
import { LaterBulk } from './bulk/LaterBulk.tsx'
import { laterBulk } from './bulk/later-bulk.ts'
import { denialOf } from './denial.ts'
import type { AskedExport } from './export/export-request.ts'
import { LaterExport } from './export/LaterExport.tsx'
import { LaterIdleLogout } from './idle-logout/LaterIdleLogout.tsx'
import { invitationsTab } from './invitations/invitations-tab.ts'
import { LaterInvitations } from './invitations/LaterInvitations.tsx'
import { LaterTabPanel } from './LaterTabPanel.tsx'
import { ListChanges } from './list/ListChanges.tsx'
import { PageSlot } from './list/PageSlot.tsx'
import { createPageSlots } from './list/page-slots.ts'
import { useTableFit } from './list/useTableFit.ts'
import { openUserPanel } from './open-user-panel.ts'
import { PagePanel } from './PagePanel.tsx'
import { SettingsHead } from './SettingsHead.tsx'
import { UsersContent } from './UsersContent.tsx'
import { useDenialNotice } from './useDenialNotice.ts'
import type { UsersSettingsProps } from './users-settings-props.ts'
import { useSettingsTabs } from './useSettingsTabs.ts'
import type { SettingsView } from './useSettingsView.ts'
import { useTableFocus } from './useTableFocus.ts'
import { useUsersTotal } from './useUsersTotal.ts'

/** Props of {@link SettingsContent}. */
export interface SettingsContentProps
  extends Pick<
    UsersSettingsProps,
    'onOpenUser' | 'onRequestAccess' | 'customColumns' | 'panelSections' | 'bulkActions'
  > {
  /** For the heading that names the page. */
  titleId: string
  page: RefObject<HTMLElement | null>
  view: SettingsView
}

/** Title, tabs and the open row of the settings. */
export function SettingsContent({ titleId, page, view, onRequestAccess, ...host }: SettingsContentProps) {
  const t = useMessages(usersSettingsMessages)
  const reasons = useMessages(reasonsMessages)
  const { announce } = useNotices()
  const usersTable = useRef<DataTableActions>(null)
  const invitationsTable = useRef<DataTableActions>(null)
  const { usersView, invitationsView } = view
  const viewer = useViewer()
  const users = useUsersList({ view: usersView })
  const roles = useRoles()
  const pending = usePendingInvitations()
  const total = useUsersTotal(users, roles.rows)
  const [exported, setExported] = useState<AskedExport>()
  const [request, setRequest] = useState<BulkRequest>()
  const [recentNote, setRecentNote] = useState<string>()
  const [showsRecent, setShowsRecent] = useState(false)
  const showRecent = useCallback(() => setShowsRecent(true), [])
  const [slots] = useState(createPageSlots)
  const denial = denialOf(viewer, users)
  useDenialNotice(page, denial !== undefined && users.status === 'ready')
  const { tab, has, changeTab, leaving } = useSettingsTabs(view, viewer, denial !== undefined)
  const openTable = tab === 'invitations' ? invitationsTable : usersTable
  useTableFocus(page, openTable)
  useTableFit(slots.panel, openTable)
  usePreload(openUserPanel)
  usePreload(laterBulk)
  usePreload(invitationsTab)

  const companyName = viewer.company?.name
  const openUser = useCallback(
    (id: string) => changeTab('users', () => usersView.openUser(id)),
    [changeTab, usersView],
  )
  const openInvitation = useCallback(
    (id: string) => changeTab('invitations', () => invitationsView.openInvitation(id)),
    [changeTab, invitationsView],
  )
  const refresh = () => void users.applyChanges().then(() => announce(t.refreshed))

  return (
    <>
      <div className="roster-page">
        <SettingsHead
          titleId={titleId}
          isLoading={viewer.status === 'loading'}
          companyName={companyName}
          invites={tab !== 'idleLogout'}
          onOpenUser={openUser}
          onOpenInvitation={openInvitation}
        />
        <Tabs value={tab} onValueChange={changeTab}>
          <div className="roster-page-tabs">
            <TabList label={t.tabs.label}>
              <Tab value="users" count={denial ? undefined : (total ?? tabCount(users.status))}>
                {t.tabs.users}
              </Tab>
              {has.invitations && (
                <Tab value="invitations" count={pending}>
                  {t.tabs.invitations}
                </Tab>
              )}
              {has.idleLogout && <Tab value="idleLogout">{t.tabs.idleLogout}</Tab>}
            </TabList>
            {users.changes > 0 && !denial && tab === 'users' && (
              <ListChanges changes={users.changes} onRefresh={refresh} />
            )}
            <PageSlot slot={slots.note} />
          </div>
          <PagePanel value="users">
            {denial ? (
              <UsersDenied
                companyName={companyName}
                permission={denial.permission}
                roleName={denial.roleName}
                reason={denial.other && denialSentence(reasons, denial.other)}
                onRequestAccess={onRequestAccess}
              />
            ) : (
              <UsersContent
                view={view}
                users={users}
                viewer={viewer}
                roles={roles}
                total={total}
                onRefresh={refresh}
                onBulkRequest={setRequest}
                recentNote={recentNote}
                onShowRecent={showRecent}
                onExport={setExported}
                page={page}
                table={usersTable}
                slots={slots}
                {...host}
              />
            )}
          </PagePanel>
          {has.invitations && (
            <LaterTabPanel value="invitations" titleId={titleId} page={page}>
              <LaterInvitations
                view={invitationsView}
                shown={view.invitations}
                page={page}
                table={invitationsTable}
                slots={slots}
                onOpenUser={openUser}
                onBulkRequest={setRequest}
              />
            </LaterTabPanel>
          )}
          {has.idleLogout && (
            <LaterTabPanel value="idleLogout" titleId={titleId} page={page}>
              <LaterIdleLogout leaving={leaving} onRequestAccess={onRequestAccess} />
            </LaterTabPanel>
          )}
        </Tabs>
        {!denial && (
          <Boundary name="dialog" fallback={() => null}>
            <LaterBulk
              users={users}
              viewer={viewer}
              roles={roles}
              page={page}
              table={usersTable}
              bulkActions={host.bulkActions}
              request={request}
              onRequestChange={setRequest}
              slots={slots}
              showsRecent={showsRecent}
              onShowsRecentChange={setShowsRecent}
              onRecentNoteChange={setRecentNote}
              openUser={openUser}
              openInvitation={openInvitation}
            />
          </Boundary>
        )}
        {exported && (
          <Boundary name="dialog" fallback={() => null}>
            <LaterExport asked={exported} dock={slots.dock} />
          </Boundary>
        )}
      </div>
      <PageSlot slot={slots.panel} />
    </>
  )
}

const tabCount = (status: 'loading' | 'ready' | 'error') => (status === 'loading' ? 'loading' : undefined)
