import type { Chunk, FrozenSelection } from '../../contract/selections.ts'

/** What the person has chosen when they confirmed a run. */
export interface RunChoice {
  /** Whether deleting users also deletes the pending invitations that they sent. @default false */
  deleteInvitations?: boolean | undefined
}

/** Carries out a frozen selection in the way that the port supports. */
export interface RunDriver {
  /** Does the next step. Rejects with an `ApiError`. `current` returns what was done by then. */
  step(selection: FrozenSelection, choice: RunChoice): Promise<Chunk>
  /** Loads the selection as it is now. */
  current(selection: FrozenSelection): Promise<FrozenSelection>
  /** Ends the selection where it is. */
  stop(selection: FrozenSelection): Promise<FrozenSelection>
}

/** Users to freeze, and the driver that carries the selection out. */
export interface FrozenRun {
  selection: FrozenSelection
  driver: RunDriver
}
