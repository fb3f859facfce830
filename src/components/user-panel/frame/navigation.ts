/** Where a user stands in the list, and how to go on. */
export interface WalkOptions {
  /** From 0; left out where the user is not in the list. */
  position?: { index: number; total: number } | undefined
  onPrevious?: (() => void) | undefined
  onNext?: (() => void) | undefined
}

/** The steps that can be taken. */
export interface Walk {
  position: WalkOptions['position']
  /** Whether the way is shown at all. */
  canWalk: boolean
  /** Undefined at the first. */
  previous: (() => void) | undefined
  /** Undefined at the last. */
  next: (() => void) | undefined
}

/** Leaves out the steps that lead past either end. */
export function walkOf({ position, onPrevious, onNext }: WalkOptions): Walk {
  return {
    position,
    canWalk: onPrevious !== undefined || onNext !== undefined,
    previous: position?.index === 0 ? undefined : onPrevious,
    next: position && position.index >= position.total - 1 ? undefined : onNext,
  }
}
