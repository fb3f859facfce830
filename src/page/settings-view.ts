import type { UsersViewJSON } from '../contract/users-view-json.ts'

/** A tab of the settings. */
export type UsersSettingsTab = 'users'

/** What the page shows, as plain JSON. A host may keep it in its address. */
export interface UsersSettingsView {
  /** @default 'users' */
  tab?: UsersSettingsTab
  /** Search, sort, filters, open user, columns and density of the Users tab. */
  users?: UsersViewJSON
}
