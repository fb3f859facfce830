import { type RefObject, useRef, useState } from 'react'
import { UsersDenied } from '../components/users-states/UsersDenied.tsx'
import { useRosterState } from '../hooks/RosterContext.ts'
import { usePendingInvitations } from '../hooks/usePendingInvitations.ts'
import { useRoles } from '../hooks/useRoles.ts'
import { useTeams } from '../hooks/useTeams.ts'
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
import { TabPanel } from '../primitives/tabs/TabPanel.tsx'
import { Tabs } from '../primitives/tabs/Tabs.tsx'
import type { BulkRequest } from './bulk/bulk-request.ts'
import { LaterBulk } from './bulk/LaterBulk.tsx'
import { laterBulk } from './bulk/later-bulk.ts'
import { denialOf } from './denial.ts'
import type { AskedExport } from './export/export-request.ts'
import { LaterIdleLogout } from './idle-logout/LaterIdleLogout.tsx'
import { invitationsTab } from './invitations/invitations-tab.ts'
import { LaterInvitations } from './invitations/LaterInvitations.tsx'
import { InviteUserButton } from './invite/InviteUserButton.tsx'
import type { AskToLeave } from './leaving/watch-leaving.ts'
import { ListChanges } from './list/ListChanges.tsx'
import { OpenUser } from './OpenUser.tsx'
import { openUserPanel } from './open-user-panel.ts'
import { SettingsFailed } from './SettingsFailed.tsx'
import { settingsTabOf, type UsersSettingsTab } from './settings-view.ts'
import { UsersTab } from './UsersTab.tsx'
import { useDenialNotice } from './useDenialNotice.ts'
import type { UsersSettingsProps } from './users-settings-props.ts'
import type { SettingsView } from './useSettingsView.ts'
import { useTableFocus } from './useTableFocus.ts'
import { useUsersTotal } from './useUsersTotal.ts'

interface SettingsContentProps
  extends Pick<
    UsersSettingsProps,
    'onOpenUser' | 'onRequestAccess' | 'customColumns' | 'panelSections' | 'bulkActions'
  > {
  /** For the heading that names the page. */
  titleId: string
  page: RefObject<HTMLElement | null>
  view: SettingsView
  /** Whether the panel fits beside the table; undefined before the page is measured. */
  isWide: boolean | undefined
}

/** Title, tabs and the open user of the settings. */
export function SettingsContent(props: SettingsContentProps) {
  const { titleId, page, view, isWide, onOpenUser, onRequestAccess, customColumns, panelSections } = props
  const { bulkActions } = props
  const t = useMessages(usersSettingsMessages)
  const reasons = useMessages(reasonsMessages)
  const { announce } = useNotices()
  const table = useRef<DataTableActions>(null)
  const { api } = useRosterState('<UsersSettings>')
  const invitationsTable = useRef<DataTableActions>(null)
  const { tab: askedTab, setTab, usersView, users: shown, invitationsView, invitations } = view
  const viewer = useViewer()
  const users = useUsersList({ view: usersView })
  const roles = useRoles()
  const teams = useTeams()
  const [request, setRequest] = useState<BulkRequest>()
  const [asked, setExport] = useState<AskedExport>()
  const [isOvertaken, setOvertaken] = useState(false)
  const [recentNote, setRecentNote] = useState<string>()
  const [showsRecent, setShowsRecent] = useState(false)
  const [noteSlot, setNoteSlot] = useState<Element | null>(null)
  const [panelSlot, setPanelSlot] = useState<Element | null>(null)
  const pending = usePendingInvitations()
  const total = useUsersTotal(users, roles.rows)
  const denial = denialOf(viewer, users)
  useDenialNotice(page, denial !== undefined && users.status === 'ready')
  // A tab in the address is shown while it isn't known yet whether the backend has it.
  const offers = (name: UsersSettingsTab, isSupported: boolean) =>
    !denial && (viewer.status === 'loading' ? askedTab === name : isSupported)
  const hasInvitations = offers('invitations', viewer.capabilities.invitations)
  const hasIdleLogout = api.idleLogout !== undefined && offers('idleLogout', viewer.capabilities.idleLogout)
  // If the backend doesn't have a tab, the Users tab is shown, even if the address names the other one.
  const isOffered = { users: true, invitations: hasInvitations, idleLogout: hasIdleLogout }[askedTab]
  const tab = viewer.status === 'ready' && !isOffered ? 'users' : askedTab
  useTableFocus(page, tab === 'invitations' ? invitationsTable : table)
  const leaving = useRef<AskToLeave>(null)
  const changeTab = (name: string) => {
    const change = () => setTab(settingsTabOf(name))
    if (leaving.current) leaving.current(change)
    else change()
  }
  const mode = isWide ? 'beside' : 'sheet'
  usePreload(openUserPanel)
  usePreload(laterBulk)
  usePreload(invitationsTab)
  const companyName = viewer.company?.name
  const applyChanges = async () => {
    await users.applyChanges()
    announce(t.refreshed)
  }

  return (
    <>
      <div className="roster-page">
        <header className="roster-page-head">
          <div className="roster-page-heading">
            <h1 id={titleId} className="roster-page-title">
              {t.title}
            </h1>
            <p className="roster-page-description">
              {companyName === undefined ? t.descriptionWithoutName : t.description({ companyName })}
            </p>
          </div>
          {tab !== 'idleLogout' && (
            <InviteUserButton
              onOpenUser={(id) => {
                setTab('users')
                usersView.openUser(id)
              }}
              onOpenInvitation={(id) => {
                setTab('invitations')
                invitationsView.openInvitation(id)
              }}
            />
          )}
        </header>
        <Tabs value={tab} onValueChange={changeTab}>
          <div className="roster-page-tabs">
            <TabList label={t.tabs.label}>
              <Tab value="users" count={denial ? undefined : (total ?? tabCount(users.status))}>
                {t.tabs.users}
              </Tab>
              {hasInvitations && (
                <Tab value="invitations" count={pending}>
                  {t.tabs.invitations}
                </Tab>
              )}
              {hasIdleLogout && <Tab value="idleLogout">{t.tabs.idleLogout}</Tab>}
            </TabList>
            {users.changes > 0 && !denial && tab === 'users' && (
              <ListChanges changes={users.changes} onRefresh={() => void applyChanges()} />
            )}
            <span ref={setNoteSlot} className="roster-page-slot" />
          </div>
          <TabPanel value="users" className="roster-page-panel">
            {denial ? (
              <UsersDenied
                companyName={companyName}
                permission={denial.permission}
                roleName={denial.roleName}
                reason={denial.other && denialSentence(reasons, denial.other)}
                onRequestAccess={onRequestAccess}
              />
            ) : (
              <>
                <UsersTab
                  users={users}
                  viewer={viewer}
                  roles={roles}
                  total={total}
                  onRefresh={() => void applyChanges()}
                  shown={shown}
                  isOpenOvertaken={isOvertaken}
                  onOpenUser={(user) => {
                    usersView.openUser(user.id)
                    onOpenUser?.(user)
                  }}
                  customColumns={customColumns}
                  actionsRef={table}
                  bulkActions={bulkActions}
                  onBulkRequest={setRequest}
                  onExport={setExport}
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
                    askedExport={asked}
                    showsRecent={showsRecent}
                    onShowsRecentChange={setShowsRecent}
                    onRecentNoteChange={setRecentNote}
                    openUser={usersView.openUser}
                  />
                </Boundary>
              </>
            )}
          </TabPanel>
          {hasInvitations && (
            <TabPanel value="invitations" className="roster-page-panel">
              {tab === 'invitations' && (
                <Boundary
                  name="page"
                  fallback={(failure) => (
                    <SettingsFailed failure={failure} titleId={`${titleId}-tab`} page={page} />
                  )}
                >
                  <LaterInvitations
                    view={invitationsView}
                    shown={invitations}
                    page={page}
                    table={invitationsTable}
                    mode={isWide === undefined ? undefined : mode}
                    slots={{ note: noteSlot, panel: panelSlot }}
                    onOpenUser={(id) => {
                      setTab('users')
                      usersView.openUser(id)
                    }}
                  />
                </Boundary>
              )}
            </TabPanel>
          )}
          {hasIdleLogout && (
            <TabPanel value="idleLogout" className="roster-page-panel">
              {tab === 'idleLogout' && (
                <Boundary
                  name="page"
                  fallback={(failure) => (
                    <SettingsFailed failure={failure} titleId={`${titleId}-tab`} page={page} />
                  )}
                >
                  <LaterIdleLogout leaving={leaving} onRequestAccess={onRequestAccess} />
                </Boundary>
              )}
            </TabPanel>
          )}
        </Tabs>
      </div>
      {tab === 'users' && shown.openUserId !== null && !onOpenUser && !denial && isWide !== undefined && (
        <OpenUser
          userId={shown.openUserId}
          mode={mode}
          users={users}
          viewer={viewer}
          roles={roles}
          sections={panelSections}
          page={page}
          table={table}
          onBulkRequest={setRequest}
          onOvertakenChange={setOvertaken}
          onUserIdChange={(id) => usersView.openUser(id ?? null)}
        />
      )}
      <div ref={setPanelSlot} className="roster-page-slot" />
    </>
  )
}

const tabCount = (status: 'loading' | 'ready' | 'error') => (status === 'loading' ? 'loading' : undefined)
