import type { UsersViewJson } from '../state/users/users-view.ts'

/** A tab of the settings. */
export type UsersSettingsTab = 'users'

/** What the person is looking at, in plain JSON: a host may keep it in its address. */
export interface UsersSettingsView {
  /** @default 'users' */
  tab?: UsersSettingsTab
  /** Search, sort, filters and the open user of the Users tab. */
  users?: UsersViewJson
}
