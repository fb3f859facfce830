/** Stops a change. The reason is shown to the person. */
export interface Veto {
  cancel: true
  reason?: string
}

/** What a hook returns before a change: a veto, or nothing. */
export type BeforeAnswer = Veto | undefined
