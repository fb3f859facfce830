/** One entry of a company's change log. */
export interface ChangeRecord {
  revision: number
  resource: 'users' | 'invitations' | 'roles' | 'teams' | 'sessions' | 'idle_logout'
  ids: string[]
  intent: string
  at: Date
}

/** A stretch of the change log. */
export interface ChangePage {
  changes: ChangeRecord[]
  /** The company's latest revision. */
  revision: number
  /** Whether the log no longer reaches back to the reader's revision. */
  gap: boolean
}
