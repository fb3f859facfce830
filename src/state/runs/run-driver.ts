import type { Chunk, FrozenSelection } from '../../contract/selections.ts'

/** Carries out a frozen selection, whichever way the port can. */
export interface RunDriver {
  /** Does the next step. Rejects with an `ApiError`; what was done by then is known to `current`. */
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
