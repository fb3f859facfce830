import { useState } from 'react'
import type { Role } from '../../../contract/roles.ts'
import type { User } from '../../../contract/users.ts'
import type { SaveState } from '../section/save-state.ts'

/** A role that is chosen and not yet saved. */
export interface RoleChoice {
  /** Undefined where the user's own role is chosen, or the one that was is no longer there. */
  roleId: string | undefined
  choose: (roleId: string) => void
  drop: () => void
}

/** Keeps the choice until it is the user's role or is dropped: a refetch, or a failed save, does not take it. */
export function useRoleChoice(
  user: User | undefined,
  roles: readonly Role[] | undefined,
  { status, onDismiss }: SaveState,
): RoleChoice {
  const [choice, setChoice] = useState<{ userId: string; roleId: string }>()
  const isOfUser = choice !== undefined && choice.userId === user?.id
  const isReached = isOfUser && choice.roleId === user.role.id
  // While it is being saved the role may be shown before it is true, and come back.
  if (isReached && status !== 'saving') setChoice(undefined)
  const isThere = choice !== undefined && (!roles || roles.some(({ id }) => id === choice.roleId))
  return {
    roleId: isOfUser && !isReached && isThere ? choice.roleId : undefined,
    choose: (roleId) => user && setChoice({ userId: user.id, roleId }),
    drop: () => {
      setChoice(undefined)
      if (status === 'failed') onDismiss?.()
    },
  }
}
