import type { ChangeGroup } from '../../../base/change-group.ts'

/** Ends the user's sessions. `useUser().sessionsEnd` is one; of your own, `end` is enough. */
export interface SessionsEndGroup extends ChangeGroup {
  /** Called after the person confirmed. */
  end(): unknown
}
