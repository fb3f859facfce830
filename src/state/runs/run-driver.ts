import type { Chunk, FrozenSelection } from '../../contract/selections.ts'

/** Carries out a frozen selection in the way that the port supports. */
export interface RunDriver {
  /** Does the next step. Rejects with an `ApiError`. `current` returns what was done by then. */
  step(selection: FrozenSelection): Promise<Chunk>
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
