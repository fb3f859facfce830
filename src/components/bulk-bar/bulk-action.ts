/** An action that a host adds to the bulk bar. */
export interface BulkBarAction {
  id: string
  label: string
  /** @default true */
  isEnabled?: boolean | undefined
  /** Called when the person chooses it. */
  onAction: () => void
}
