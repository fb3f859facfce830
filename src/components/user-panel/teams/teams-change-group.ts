import type { ChangeGroup } from '../../../base/change-group.ts'
import type { TeamsChange } from '../../../contract/user-writes.ts'

/** Changes the user's teams. `useUser().teamsChange` is one; of your own, `change` is enough. */
export interface TeamsChangeGroup extends ChangeGroup {
  /** Called when the person checks or unchecks a team. */
  change(teams: TeamsChange): unknown
}
