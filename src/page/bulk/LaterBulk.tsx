import { useLater } from '../../primitives/later/useLater.ts'
import type { BulkProps } from './bulk-props.ts'
import { laterBulk } from './later-bulk.ts'

/** What can be done with many users, once the code for it is loaded. */
export function LaterBulk(props: BulkProps) {
  const Bulk = useLater(laterBulk)
  return Bulk ? <Bulk {...props} /> : null
}
