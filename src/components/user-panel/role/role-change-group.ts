import type { ChangeGroup } from '../../../base/change-group.ts'
import type { RoleConflict } from '../../../contract/roles.ts'

/** Changes the user's role. `useUser().roleChange` is one; of your own, `change` is enough. */
export interface RoleChangeGroup extends ChangeGroup {
  /** Called when the person changes the role. */
  change(roleId: string): unknown
  /** Set if someone else changed the role in the meantime. The person then chooses between both roles. */
  conflict?: RoleConflict | null
  /** Called when the person keeps the other role. Without it there is no *Keep theirs*. */
  keepTheirs?(): unknown
  /** Called when the person applies their own role. Without it there is no *Use mine*. */
  applyYours?(): unknown
}
