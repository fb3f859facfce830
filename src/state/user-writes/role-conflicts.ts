import type { RoleConflict } from '../../contract/roles.ts'
import type { User } from '../../contract/users.ts'
import type { StateCore } from '../core/state-core.ts'
import type { KnownRows } from '../known-rows/known-rows.ts'
import { withMember } from '../row-writes/with-member.ts'
import type { OnPublish } from '../row-writes/write-board.ts'
import type { UserField } from '../user-acts/user-acts.ts'
import { roleConflictOf } from './role-conflict.ts'

/** Role changes that failed because another person changed the role too. */
export interface RoleConflicts {
  /** The conflict of a user, if a role change failed because another person changed the role too. */
  getConflict(id: string): RoleConflict | null
  /** Users with a conflict. */
  getConflictIds(): ReadonlySet<string>
}

/** Creates a memory of conflicts. It is kept up to date by `onPublish`. */
export function createRoleConflicts(
  core: StateCore,
  known: KnownRows<User>,
): RoleConflicts & { onPublish: OnPublish<User, UserField> } {
  const conflicts = new Map<string, RoleConflict>()
  let conflictIds: ReadonlySet<string> = new Set()

  return {
    getConflict: (id) => conflicts.get(id) ?? null,
    getConflictIds: () => conflictIds,
    onPublish(id, lane, { before, next }) {
      if (next.role.status !== 'conflict') conflicts.delete(id)
      else if (next.role.error !== before?.role.error) {
        const conflict = roleConflictOf(core, known, id, lane)
        if (conflict) conflicts.set(id, conflict)
      }
      conflictIds = withMember(conflictIds, id, conflicts.has(id))
    },
  }
}
