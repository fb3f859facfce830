/** One option of a filter. */
export interface FilterOption {
  value: string
  label: string
  /** How many rows it finds. */
  count?: number
}
