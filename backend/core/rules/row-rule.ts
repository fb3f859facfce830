import type { MissingPart, Permission } from '@aicx/roster/contract'
import type { Before, Turn } from '../ports/selections.ts'
import type { AuditEntry, Change, Facts, Refusal } from '../ports/write.ts'

/** The decision about one row. Without changes, there was nothing to change. */
export type RowDecision =
  | { refused: Refusal }
  | {
      changes: Change[]
      audit: AuditEntry[]
      /** What the changes replace, so that they can be undone. */
      before?: Before
      /** What could not be restored. */
      missing?: MissingPart[]
    }

/** Decides what happens to one row, by the facts of its turn. */
export type RowRule = (
  facts: Facts,
  row: Pick<Turn, 'userId' | 'before'>,
  product: readonly Permission[],
) => RowDecision

/** There is nothing to change. */
export const already: RowDecision = { changes: [], audit: [] }
