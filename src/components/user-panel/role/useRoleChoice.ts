import { useState } from 'react'
import type { ChangeGroup } from '../../../base/change-group.ts'
import type { Role } from '../../../contract/roles.ts'
import type { User } from '../../../contract/users.ts'

/** A role that is chosen and not saved yet. */
export interface RoleChoice {
  /** Undefined while the user's own role is chosen, or once the chosen role no longer exists. */
  roleId: string | undefined
  /** Whether someone else changed the role after the choice was made. */
  isOvertaken: boolean
  /** Why there is no choice any more, although the person neither saved nor dropped it. */
  ended: 'madeByOther' | 'roleGone' | undefined
  choose: (roleId: string) => void
  /** Notes that the choice is being saved. */
  send: () => void
  drop: () => void
}

interface Choice {
  userId: string
  roleId: string
  /** The user's role when the first choice was made. */
  from: string
  isSent: boolean
}

/** Keeps the choice until it becomes the user's role or is dropped. A refetch or a failed save keeps it. */
export function useRoleChoice(
  user: User | undefined,
  roles: readonly Role[] | undefined,
  { status, dismiss }: ChangeGroup = {},
): RoleChoice {
  const [choice, setChoice] = useState<Choice>()
  const isOfUser = choice !== undefined && choice.userId === user?.id
  const isReached = isOfUser && choice.roleId === user.role.id
  // What someone else has made of it is said until the role changes again.
  const [made, setMade] = useState<Choice>()
  const isMade = made !== undefined && made.userId === user?.id && made.roleId === user.role.id
  if (made && !isMade) setMade(undefined)
  // While it is being saved, the role is shown before the server confirms it, and may still be rolled back.
  if (isReached && status !== 'saving') {
    setChoice(undefined)
    if (!choice.isSent || status === 'conflict' || status === 'failed') setMade(choice)
  }
  const isThere = choice !== undefined && (!roles || roles.some(({ id }) => id === choice.roleId))
  const isOpen = isOfUser && !isReached && isThere
  return {
    roleId: isOpen ? choice.roleId : undefined,
    isOvertaken: isOpen && choice.from !== user.role.id,
    ended: isMade ? 'madeByOther' : isOfUser && !isReached && !isThere ? 'roleGone' : undefined,
    choose(roleId) {
      setMade(undefined)
      if (user)
        setChoice({ userId: user.id, roleId, from: isOpen ? choice.from : user.role.id, isSent: false })
    },
    send: () => setChoice((now) => now && { ...now, isSent: true }),
    drop: () => {
      setChoice(undefined)
      if (status === 'failed') void dismiss?.()
    },
  }
}
