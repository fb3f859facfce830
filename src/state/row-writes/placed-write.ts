import { newIntent } from '../core/new-intent.ts'
import type { Outcome } from '../core/outcome.ts'
import type { BeforeAnswer } from './host-hook.ts'
import type { ActContext, HookedWrite, PlannedWrite, RowAct } from './row-act.ts'

/** A planned write with its intent, as it waits in a queue. */
export interface PlacedWrite<Row, Value extends object = object>
  extends PlannedWrite<Row, Value>,
    Pick<
      RowAct<Row, unknown, Value, never>,
      'field' | 'touches' | 'affectsPermissions' | 'movesRow' | 'removesRow'
    > {
  /** The row's id. */
  id: string
  input: unknown
  intent: string
  /** Whether the host's hook has allowed it, so that it may have been sent. */
  isApproved: boolean
  before(write: HookedWrite<Row>): BeforeAnswer | Promise<BeforeAnswer>
  after(write: HookedWrite<Row>, outcome: Outcome<Value>): void
}

/** Plans a write and gives it a new intent. */
export function placeWrite<Row, Input, Value extends object, Hooks>(
  act: RowAct<Row, Input, Value, Hooks>,
  context: ActContext<Row>,
  input: Input,
  hooks: () => Hooks,
): PlacedWrite<Row, Value> {
  const { field, touches, affectsPermissions, movesRow, removesRow } = act
  return {
    ...act.plan(context, input),
    field,
    touches,
    affectsPermissions,
    movesRow,
    removesRow,
    id: context.id,
    input,
    intent: newIntent(),
    isApproved: false,
    before: (write) => act.before(hooks(), write, input),
    after: (write, outcome) => act.after(hooks(), write, input, outcome),
  }
}
