import { type ComponentPropsWithoutRef, forwardRef, lazy, Suspense, useId, useRef } from 'react'
import type { UserPanelSection } from '../components/user-panel/UserPanelBody.tsx'
import { UsersChanges } from '../components/users-states/UsersChanges.tsx'
import { UsersDenied } from '../components/users-states/UsersDenied.tsx'
import type { UsersTableCustomColumn } from '../components/users-table/users-columns.tsx'
import type { User } from '../contract/users.ts'
import { useRoles } from '../hooks/useRoles.ts'
import { useUsers } from '../hooks/useUsers.ts'
import { useViewer } from '../hooks/useViewer.ts'
import { usersSettingsMessages } from '../messages/users-settings.ts'
import type { DataTableActions } from '../primitives/data-table/useTableActions.ts'
import { classNames } from '../primitives/element/class-names.ts'
import { useMergedRef } from '../primitives/element/useMergedRef.ts'
import { useMessages } from '../primitives/roster-ui/useMessages.ts'
import { useNotices } from '../primitives/roster-ui/useNotices.ts'
import { Tab } from '../primitives/tabs/Tab.tsx'
import { TabList } from '../primitives/tabs/TabList.tsx'
import { TabPanel } from '../primitives/tabs/TabPanel.tsx'
import { Tabs } from '../primitives/tabs/Tabs.tsx'
import { denialOf } from './denial.ts'
import { UsersTab } from './UsersTab.tsx'
import { useDenialNotice } from './useDenialNotice.ts'
import { useIsWide } from './useIsWide.ts'
import { type SettingsViewControl, useSettingsView } from './useSettingsView.ts'
import { useTableFocus } from './useTableFocus.ts'
import { useUsersTotal } from './useUsersTotal.ts'

/** Props of {@link UsersSettings}. Other props are passed to its root element. */
export interface UsersSettingsProps
  extends Omit<ComponentPropsWithoutRef<'section'>, 'children' | 'title'>,
    SettingsViewControl {
  /** Called when a user is opened, instead of showing our panel. `view.users.openUserId` marks the row. */
  onOpenUser?: ((user: User) => void) | undefined
  /** Asks someone for the permission that the viewer lacks. Omit it and its button isn't rendered. */
  onRequestAccess?: (() => void) | undefined
  /** Your own columns. Keep the array stable. */
  customColumns?: readonly UsersTableCustomColumn[]
  /** Your own sections of the user's panel. */
  panelSections?: readonly UserPanelSection[]
}

const OpenUserPanel = lazy(() =>
  import('./OpenUserPanel.tsx').then((module) => ({ default: module.OpenUserPanel })),
)

/** The width from which the panel fits beside the table, in pixels. */
const besideFrom = 880

/** The Users settings of a company, with everything that the backend supports. It fills a parent of definite height. */
export const UsersSettings = forwardRef<HTMLElement, UsersSettingsProps>(function UsersSettings(
  {
    view,
    defaultView,
    onViewChange,
    onOpenUser,
    onRequestAccess,
    customColumns,
    panelSections,
    className,
    ...rest
  },
  ref,
) {
  const t = useMessages(usersSettingsMessages)
  const { announce } = useNotices()
  const titleId = useId()
  const root = useRef<HTMLElement>(null)
  const table = useRef<DataTableActions>(null)
  const isWide = useIsWide(root, besideFrom)
  const { tab, setTab, usersView, users: shown } = useSettingsView({ view, defaultView, onViewChange })
  const viewer = useViewer()
  const users = useUsers({ view: usersView })
  const roles = useRoles()
  const total = useUsersTotal(users, roles.rows)
  const denial = denialOf(viewer, users)
  useDenialNotice(root, denial !== undefined && users.status === 'ready')
  useTableFocus(root, table)
  const companyName = viewer.company?.name
  const applyChanges = async () => {
    await users.applyChanges()
    announce(t.refreshed)
  }

  return (
    <section
      ref={useMergedRef(root, ref)}
      aria-labelledby={titleId}
      className={classNames('roster-users-settings', className)}
      {...rest}
    >
      <div className="roster-page">
        <header className="roster-page-head">
          <h1 id={titleId} className="roster-page-title">
            {t.title}
          </h1>
          <p className="roster-page-description">
            {companyName === undefined ? t.descriptionWithoutName : t.description({ companyName })}
          </p>
        </header>
        <Tabs value={tab} onValueChange={() => setTab('users')}>
          <div className="roster-page-tabs">
            <TabList label={t.tabs.label}>
              <Tab value="users" count={denial ? undefined : (total ?? tabCount(users.status))}>
                {t.tabs.users}
              </Tab>
            </TabList>
            {users.changes > 0 && !denial && (
              <UsersChanges
                className="roster-page-note"
                changes={users.changes}
                onRefresh={() => void applyChanges()}
              />
            )}
          </div>
          <TabPanel value="users" className="roster-page-panel">
            {denial ? (
              <UsersDenied companyName={companyName} {...denial} onRequestAccess={onRequestAccess} />
            ) : (
              <UsersTab
                users={users}
                viewer={viewer}
                roles={roles}
                total={total}
                onRefresh={() => void applyChanges()}
                shown={shown}
                onOpenUser={(user) => {
                  usersView.openUser(user.id)
                  onOpenUser?.(user)
                }}
                customColumns={customColumns}
                actionsRef={table}
              />
            )}
          </TabPanel>
        </Tabs>
      </div>
      {shown.openUserId !== null && !onOpenUser && !denial && isWide !== undefined && (
        <Suspense>
          <OpenUserPanel
            userId={shown.openUserId}
            mode={isWide ? 'beside' : 'sheet'}
            users={users}
            viewer={viewer}
            roles={roles}
            sections={panelSections}
            page={root}
            table={table}
            onUserIdChange={(id) => usersView.openUser(id ?? null)}
          />
        </Suspense>
      )}
    </section>
  )
})

const tabCount = (status: 'loading' | 'ready' | 'error') => (status === 'loading' ? 'loading' : undefined)
