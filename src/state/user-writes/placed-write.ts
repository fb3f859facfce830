import { newIntent } from '../core/new-intent.ts'
import type { BeforeAnswer, UserWrite } from '../user-acts/host-hook.ts'
import type { Outcome } from '../user-acts/outcome.ts'
import type { ActContext, PlannedWrite, UserAct } from '../user-acts/user-act.ts'
import type { RosterHooks } from '../user-acts/user-acts.ts'

/** A planned write with its intent, as it waits in a queue. */
export interface PlacedWrite<Value extends object = object>
  extends PlannedWrite<Value>,
    Pick<UserAct<unknown, Value, RosterHooks>, 'field' | 'touches' | 'affectsPermissions' | 'removesUser'> {
  userId: string
  input: unknown
  intent: string
  /** Whether the host's hook has let it pass, so that it may have been sent. */
  isApproved: boolean
  before(hooks: RosterHooks, write: UserWrite): BeforeAnswer | Promise<BeforeAnswer>
  after(hooks: RosterHooks, write: UserWrite, outcome: Outcome<Value>): void
}

/** Plans a write and gives it a new intent. */
export function placeWrite<Input, Value extends object>(
  act: UserAct<Input, Value, RosterHooks>,
  context: ActContext,
  input: Input,
): PlacedWrite<Value> {
  const { field, touches, affectsPermissions, removesUser } = act
  return {
    ...act.plan(context, input),
    field,
    touches,
    affectsPermissions,
    removesUser,
    userId: context.userId,
    input,
    intent: newIntent(),
    isApproved: false,
    before: (hooks, write) => act.before(hooks, write, input),
    after: (hooks, write, outcome) => act.after(hooks, write, input, outcome),
  }
}
