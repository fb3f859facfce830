import type { LoadedList } from '../../../base/list-state.ts'
import type { Permission } from '../../../contract/permissions.ts'
import type { Role } from '../../../contract/roles.ts'
import type { Team } from '../../../contract/teams.ts'

/** What a user can be given. The results of `useRoles`, `useTeams` and `usePermissions` fit. */
export interface UserPanelCatalogue {
  /** Without roles, the user's role is shown and can't be changed. */
  roles?: LoadedList<Role> | undefined
  /** Without teams, the user's teams are shown and can't be changed. */
  teams?: LoadedList<Team> | undefined
  /** Labels of the permissions that roles hold. Without them their ids are shown. */
  permissions?: LoadedList<Permission> | undefined
}
