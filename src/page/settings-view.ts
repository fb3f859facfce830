import type { InvitationsViewJSON } from '../contract/invitations-view-json.ts'
import type { UsersViewJSON } from '../contract/users-view-json.ts'

const tabs = ['users', 'invitations', 'idleLogout'] as const

/** A tab of the settings. */
export type UsersSettingsTab = (typeof tabs)[number]

/** Returns the tab of that name. Anything else is the Users tab. */
export const settingsTabOf = (name: unknown): UsersSettingsTab => tabs.find((tab) => tab === name) ?? 'users'

/** What the page shows, as plain JSON. A host may keep it in its address. */
export interface UsersSettingsView {
  /** @default 'users' */
  tab?: UsersSettingsTab
  /** Search, sort, filters, open user, columns and density of the Users tab. */
  users?: UsersViewJSON
  /** Search, sort, filters and open invitation of the Invitations tab. If a host never passes it, the page keeps it. */
  invitations?: InvitationsViewJSON
}

/** How to record a change of the view in the browser's history. */
export interface UsersSettingsViewChange {
  /**
   * `push` when a user or an invitation is opened, so that the browser's Back closes its panel. `back` when the panel is closed and
   * everything else is as it was before that `push`: go back, or replace the address if you can't. Otherwise `replace`.
   */
  history: 'push' | 'replace' | 'back'
}
