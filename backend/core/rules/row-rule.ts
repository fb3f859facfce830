import type { MissingPart, Permission } from '@aicx/roster/contract'
import type { Before, Turn } from '../ports/selections.ts'
import type { AuditEntry, Change, Facts, Refusal } from '../ports/write.ts'

/** What becomes of one row. Without changes it was so already. */
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

/** Nothing is left to do. */
export const already: RowDecision = { changes: [], audit: [] }
