import type { RowListResult } from '../../hooks/useRowList.ts'
import type { ListQuery } from '../../state/lists/row-store.ts'

/** A list of users or of invitations. */
export type AnyList = RowListResult<{ id: string }, ListQuery>
