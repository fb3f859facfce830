import type { User } from '../../contract/users.ts'
import type { ResourceName } from '../core/data-event.ts'
import type { StateCore } from '../core/state-core.ts'
import type { KnownUsers } from '../known-users/known-users.ts'
import type { UserChange } from '../known-users/user-change.ts'
import type { BeforeAnswer, UserWrite } from './host-hook.ts'
import type { Outcome } from './outcome.ts'

/** What an act works with. */
export interface ActContext {
  core: StateCore
  known: KnownUsers
  userId: string
  /** Inputs of earlier writes to the same field whose response was lost, so that they may have been saved. */
  unconfirmed: readonly unknown[]
}

/** One requested write. It may be sent several times, until it is saved, fails or is replaced. */
export interface PlannedWrite<Value extends object> {
  /** How the user is shown until the server has answered. Omitted if nothing of the user changes. */
  change?: UserChange
  /** The parts of the field that are changed. Omitted if the whole field is. */
  parts?: readonly string[]
  /** Called with the user that an earlier write in the same queue returned. */
  follow?(field: string, user: User): void
  send(intent: string): Promise<Value>
}

/** One kind of write to a user: all that distinguishes it from the others. */
export interface UserAct<Input, Value extends object, Hooks> {
  /** What of the user it writes. */
  field: string
  /** Resources that are loaded again once it is saved. */
  touches: readonly ResourceName[]
  /** Whether it decides what the user may do, so that everything is loaded again if the user is the viewer. */
  affectsPermissions?: boolean
  /** Whether the user is gone once it is saved. */
  removesUser?: boolean
  plan(context: ActContext, input: Input): PlannedWrite<Value>
  before(hooks: Hooks, write: UserWrite, input: Input): BeforeAnswer | Promise<BeforeAnswer>
  after(hooks: Hooks, write: UserWrite, input: Input, outcome: Outcome<Value>): void
}
