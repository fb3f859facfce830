/**
 * The intents of writes that a run needs. No client can send one, since ids contain no colon. Otherwise anyone who may
 * manage users could use it first, and the run couldn't go on.
 */
export const ownIntents = {
  /** The step of a selection that begins at a place. */
  step: (selectionId: string, from: number) => `step:${selectionId}.${from}`,
  /** Ending a run for an undo that has this intent. */
  end: (intent: string) => `end:${intent}`,
} as const
