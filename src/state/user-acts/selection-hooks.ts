import type { FrozenSelection } from '../../contract/selections.ts'
import type { BeforeAnswer } from '../row-writes/host-hook.ts'

/** A host's hook before many users are changed. */
export interface SelectionHooks {
  /**
   * Called once for a selection, after the person has confirmed it and before the first user is changed. A host with
   * hooks for single users and without this one gets a call for each user, so that none of its rules is passed by.
   */
  onBeforeSelection?(selection: FrozenSelection): BeforeAnswer | Promise<BeforeAnswer>
}
