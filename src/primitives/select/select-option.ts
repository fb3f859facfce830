import type { ReactNode } from 'react'
import type { Slot } from '../element/slot.ts'

/** One option of a select. */
export interface SelectOption {
  value: string
  label: string
  /** A quieter line below the label. */
  note?: ReactNode
  /** Rendered beside the label, such as a `Badge`. */
  badge?: Slot
  /** Why it can't be chosen: a sentence, shown in place of the note. */
  reason?: string
}
