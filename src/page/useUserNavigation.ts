import { useEffect, useRef } from 'react'
import type { UserPanelNavigation } from '../components/user-panel/frame/navigation.ts'
import type { UsersListResult } from '../hooks/useUsersList.ts'

/**
 * Returns the navigation from the open user to the previous and next one in the list. It calls `open` with the id of
 * that user.
 */
export function useUserNavigation(
  { positionOf, step, total }: UsersListResult,
  userId: string,
  open: (id: string) => void,
): UserPanelNavigation {
  // The next user may have to be loaded first: by then another user may be open, or no user.
  const current = useRef<string>(undefined)
  useEffect(() => {
    current.current = userId
    return () => {
      current.current = undefined
    }
  }, [userId])
  const go = async (by: 1 | -1) => {
    const next = await step(userId, by)
    if (next && current.current === userId) open(next.id)
  }
  const index = positionOf(userId)
  return {
    position: index === null ? undefined : { index, total },
    previous: () => go(-1),
    next: () => go(1),
  }
}
