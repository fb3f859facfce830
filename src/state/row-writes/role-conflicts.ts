import type { RoleConflict, RoleRef } from '../../contract/roles.ts'
import type { StateCore } from '../core/state-core.ts'
import type { KnownRows } from '../known-rows/known-rows.ts'
import { roleConflictOf } from './role-conflict.ts'
import { withMember } from './with-member.ts'
import type { OnPublish } from './write-board.ts'

/** Role changes that failed because another person changed the role too. */
export interface RoleConflicts {
  /** The conflict of a row, if a role change failed because another person changed the role too. */
  getConflict(id: string): RoleConflict | null
  /** Ids of the rows with a conflict. */
  getConflictIds(): ReadonlySet<string>
}

/** Creates a memory of conflicts. It is kept up to date by `onPublish`. */
export function createRoleConflicts<Row extends { role: RoleRef }, Field extends string>(
  core: StateCore,
  known: KnownRows<Row>,
): RoleConflicts & { onPublish: OnPublish<Row, Field | 'role'> } {
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
