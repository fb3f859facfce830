import type { RoleRef } from '../../contract/roles.ts'

/** Two changes of one role that cannot both be. */
export interface RoleConflict {
  /** The role before either, where that is known. */
  was?: RoleRef | undefined
  /** What another administrator saved meanwhile, and who and when, where that is known. */
  theirs: { role: RoleRef; by?: { id: string; name: string } | undefined; at?: string | undefined }
  yours: { role: RoleRef }
}
