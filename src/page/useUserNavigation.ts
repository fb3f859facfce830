import { useEffect, useRef } from 'react'
import type { UserPanelNavigation } from '../components/user-panel/frame/navigation.ts'
import type { UsersListResult } from '../hooks/useUsersList.ts'

/** Leads from the open user to those before and after in the list; `open` is called with the id of the next. */
export function useUserNavigation(
  { positionOf, step, total }: UsersListResult,
  userId: string,
  open: (id: string) => void,
): UserPanelNavigation {
  // The next user may have to be loaded first: by then another one may be open, or none.
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
