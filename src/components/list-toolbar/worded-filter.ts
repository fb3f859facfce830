import type { FilterOption } from '../../primitives/filter/filter-option.ts'

/** A filter with its texts. */
export interface WordedFilter {
  id: string
  label: string
  searchLabel?: string | undefined
  options: readonly FilterOption[]
  value: readonly string[]
  onValueChange: (values: string[]) => void
  /** Whether it moves into the sheet first when there is little room. @default false */
  folds?: boolean
}
