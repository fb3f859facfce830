import { portMethod } from '../../client/port-method.ts'
import type { TeamsChange } from '../../contract/user-writes.ts'
import type { User } from '../../contract/users.ts'
import type { Outcome } from '../core/outcome.ts'
import { withTeams } from '../known-rows/with-teams.ts'
import type { BeforeAnswer } from '../row-writes/host-hook.ts'
import type { RowAct } from '../row-writes/row-act.ts'
import { toUserWrite, type UserWrite } from './user-write.ts'

/** A change of a user's teams, as hooks receive it. */
export interface TeamsWrite extends UserWrite, Readonly<TeamsChange> {}

/** A host's hooks around a change of teams. */
export interface TeamsChangeHooks {
  onBeforeTeamsChange?(write: TeamsWrite): BeforeAnswer | Promise<BeforeAnswer>
  onAfterTeamsChange?(write: TeamsWrite, outcome: Outcome<User>): void
}

/** Adds a user to teams and removes them from others. Their other teams stay as they are. */
export const changeTeams: RowAct<User, Readonly<TeamsChange>, User, TeamsChangeHooks> = {
  field: 'teams',
  touches: ['teams', 'activity'],
  plan: ({ core: { api, signal }, id }, { add, remove }) => ({
    parts: [...add, ...remove],
    change: (user, catalogue) => withTeams(user, { add, remove }, catalogue),
    async send(intent) {
      const method = portMethod(api.users.changeTeams, 'users.changeTeams')
      return method(id, { add, remove }, { intent, signal })
    },
  }),
  before: (hooks, write, { add, remove }) =>
    hooks.onBeforeTeamsChange?.({ ...toUserWrite(write), add, remove }),
  after: (hooks, write, { add, remove }, outcome) =>
    hooks.onAfterTeamsChange?.({ ...toUserWrite(write), add, remove }, outcome),
}
