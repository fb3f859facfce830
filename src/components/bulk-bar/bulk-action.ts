/** An action of the bulk bar beside ours. */
export interface BulkBarAction {
  id: string
  label: string
  /** A shorter label for narrow containers. With it, the action stays a button and doesn't move into the menu. */
  shortLabel?: string | undefined
  /** Shown after the label in a lighter weight, such as when it can be used again. */
  note?: string | undefined
  /** @default true */
  isEnabled?: boolean | undefined
  /** Called when the person chooses it. */
  onAction: () => void
}
