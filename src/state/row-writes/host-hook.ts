/** Stops a change. The reason is shown to the person. */
export interface Veto {
  /** Marks the result as a veto. */
  cancel: true
  /** A sentence for the person. @default a general one */
  reason?: string
}

/** What a hook returns before a change: a veto, or nothing. */
export type BeforeAnswer = Veto | undefined
