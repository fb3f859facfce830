import type { FrozenSelection } from '../../contract/selections.ts'
import type { BeforeAnswer } from '../row-writes/host-hook.ts'

/** A host's hook before many users are changed. */
export interface SelectionHooks {
  /**
   * Called once for a selection, after the person has confirmed it and before the first user is changed. If a host has
   * hooks for single users but not this one, each user is changed by a separate call, so that its rules still apply.
   */
  onBeforeSelection?(selection: FrozenSelection): BeforeAnswer | Promise<BeforeAnswer>
}
