import { useEffect } from 'react'
import type { RoleConflict, RoleRef } from '../../../contract/roles.ts'
import type { RoleChangeGroup } from './role-change-group.ts'

/**
 * Returns the conflict over a role, with the role as it is now: it may have been changed again since then. A conflict
 * ends once the other person has chosen the same role.
 */
export function useRoleConflict(
  role: RoleRef,
  { conflict, keepTheirs }: Partial<RoleChangeGroup> = {},
): RoleConflict | undefined {
  const isSame = conflict?.yours.id === role.id
  useEffect(() => {
    if (isSame) void keepTheirs?.()
  }, [isSame, keepTheirs])
  return conflict && !isSame ? { ...conflict, theirs: role } : undefined
}
