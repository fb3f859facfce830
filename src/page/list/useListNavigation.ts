import { useEffect, useRef } from 'react'
import type { UserPanelNavigation } from '../../components/user-panel/frame/navigation.ts'
import type { AnyList } from './any-list.ts'

/**
 * Returns the navigation from the open row to the previous and next one in the list. It calls `open` with the id of
 * that row. While the list belongs to an earlier query, there is none.
 */
export function useListNavigation(
  { positionOf, step, total }: AnyList,
  openId: string,
  { isLate, open }: { isLate: boolean; open: (id: string) => void },
): UserPanelNavigation {
  // The next row may have to be loaded first: by then another row may be open, or no row.
  const current = useRef<string>(undefined)
  useEffect(() => {
    current.current = openId
    return () => {
      current.current = undefined
    }
  }, [openId])
  const go = (by: 1 | -1) =>
    isLate
      ? undefined
      : async () => {
          const next = await step(openId, by)
          if (next && current.current === openId) open(next.id)
        }
  const index = positionOf(openId)
  return {
    position: isLate || index === null ? undefined : { index, total },
    previous: go(-1),
    next: go(1),
  }
}
