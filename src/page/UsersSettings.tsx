import { type ComponentPropsWithoutRef, forwardRef, useId } from 'react'
import { UsersChanges } from '../components/users-states/UsersChanges.tsx'
import { UsersDenied } from '../components/users-states/UsersDenied.tsx'
import type { User } from '../contract/users.ts'
import { useRoles } from '../hooks/useRoles.ts'
import { useUsers } from '../hooks/useUsers.ts'
import { useViewer } from '../hooks/useViewer.ts'
import { usersSettingsMessages } from '../messages/users-settings.ts'
import { classNames } from '../primitives/parts/class-names.ts'
import { useMessages } from '../primitives/roster-ui/useMessages.ts'
import { useNotices } from '../primitives/roster-ui/useNotices.ts'
import { Tab } from '../primitives/tabs/Tab.tsx'
import { TabList } from '../primitives/tabs/TabList.tsx'
import { TabPanel } from '../primitives/tabs/TabPanel.tsx'
import { Tabs } from '../primitives/tabs/Tabs.tsx'
import { denialOf } from './denial.ts'
import { browserOnline, type OnlineSource } from './online-source.ts'
import { UsersTab } from './UsersTab.tsx'
import { type SettingsViewControl, useSettingsView } from './useSettingsView.ts'
import { useUsersTotal } from './useUsersTotal.ts'

/** Props of {@link UsersSettings}; the rest go to its element. */
export interface UsersSettingsProps
  extends Omit<ComponentPropsWithoutRef<'section'>, 'children' | 'title'>,
    SettingsViewControl {
  /** Takes over what opens a user; `view.users.openUserId` marks the row. Without it rows do not open. */
  onOpenUser?: ((user: User) => void) | undefined
  /** Asks somebody for the permission that the viewer lacks; without it there is no such button. */
  onRequestAccess?: (() => void) | undefined
  /** @default the browser's own */
  online?: OnlineSource
}

/** The Users settings of a company: everything of them that the backend can serve. It fills a parent of definite height. */
export const UsersSettings = forwardRef<HTMLElement, UsersSettingsProps>(function UsersSettings(
  {
    view,
    defaultView,
    onViewChange,
    onOpenUser,
    onRequestAccess,
    online = browserOnline,
    className,
    ...rest
  },
  ref,
) {
  const t = useMessages(usersSettingsMessages)
  const { announce } = useNotices()
  const titleId = useId()
  const shown = useSettingsView({ view, defaultView, onViewChange })
  const viewer = useViewer()
  const users = useUsers({ query: shown.query, onQueryChange: shown.setQuery })
  const roles = useRoles()
  const total = useUsersTotal(users, roles.rows)
  const denial = denialOf(viewer, users)
  const companyName = viewer.company?.name
  const refresh = async () => {
    await users.refresh()
    announce(t.refreshed)
  }

  return (
    <section
      ref={ref}
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
        <Tabs value={shown.tab} onValueChange={() => shown.setTab('users')}>
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
                onRefresh={() => void refresh()}
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
                online={online}
                onRefresh={() => void refresh()}
                onOpenUser={
                  onOpenUser &&
                  ((user) => {
                    shown.openUser(user.id)
                    onOpenUser(user)
                  })
                }
                openUserId={shown.openUserId}
              />
            )}
          </TabPanel>
        </Tabs>
      </div>
    </section>
  )
})

const tabCount = (status: 'loading' | 'ready' | 'error') => (status === 'loading' ? 'loading' : undefined)
