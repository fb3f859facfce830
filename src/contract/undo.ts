import * as v from 'valibot'
import { idShape } from './id-shape.ts'

/** A change that can be undone, for a while. */
export interface Undo {
  /** Pass it as `undoOf` of a selection. */
  id: string
  /** Milliseconds left. A duration, since a browser's clock may be wrong. */
  remainingMs: number
}

/** A whole number from 0 on the wire. */
export const countShape = v.pipe(v.number(), v.integer(), v.minValue(0))

/** A change that can be undone, on the wire. */
export const undoShape = v.object({ id: idShape, remainingMs: countShape })
