import { useSyncExternalStore } from 'react'
import { useLater } from '../../primitives/later/useLater.ts'
import type { BulkProps } from './bulk-props.ts'
import { laterBulk } from './later-bulk.ts'

/** What can be done with many users. The code for it loads with the first selection, or when the browser is idle. */
export function LaterBulk(props: BulkProps) {
  const { users, request, showsRecent } = props
  const { subscribe, getSnapshot } = users.selecting
  const hasSelection = useSyncExternalStore(
    subscribe,
    () => getSnapshot().selectedCount > 0,
    () => false,
  )
  const Bulk = useLater(laterBulk, hasSelection || showsRecent || request !== undefined)
  return Bulk ? <Bulk {...props} /> : null
}
