import { ExplainedError } from '../../client/explained-error.ts'
import type { User } from '../../contract/users.ts'
import type { StateCore } from '../core/state-core.ts'
import type { Departures } from '../departures/departures.ts'
import type { KnownRows } from '../known-rows/known-rows.ts'
import { userNames } from '../known-rows/row-names.ts'
import { createRoleConflicts, type RoleConflicts } from '../row-writes/role-conflicts.ts'
import { createRowWrites, type RowWrites } from '../row-writes/row-writes.ts'
import {
  createUserActs,
  type RosterHooks,
  type UserActs,
  type UserField,
  userFields,
} from '../user-acts/user-acts.ts'

/** Writes to users. */
export interface UserWrites
  extends UserActs,
    RoleConflicts,
    Omit<RowWrites<User, UserField, RosterHooks>, 'place'> {}

/** Creates the queues of all writes. A write continues when the component that started it unmounts. */
export function createUserWrites(
  core: StateCore,
  known: KnownRows<User>,
  departures: Pick<Departures, 'note'>,
  hooks: () => RosterHooks,
): UserWrites {
  const { users } = core.api
  const { onPublish, ...conflicts } = createRoleConflicts<User, UserField>(core, known)
  const { place, ...writes } = createRowWrites<User, UserField, RosterHooks>(core, {
    names: userNames,
    fields: userFields,
    known,
    departures,
    hooks,
    onPublish,
    async read(id) {
      if (!users.get) throw new ExplainedError('not_found', `The user "${id}" is not loaded.`)
      return users.get(id)
    },
  })
  return { ...createUserActs(place), ...writes, ...conflicts }
}
