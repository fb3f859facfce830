import type { ResourceName } from '../core/data-event.ts'
import type { Outcome } from '../core/outcome.ts'
import type { StateCore } from '../core/state-core.ts'
import type { KnownRows } from '../known-rows/known-rows.ts'
import type { RowChange } from '../known-rows/row-change.ts'
import type { BeforeAnswer } from './host-hook.ts'

/** What an act works with. */
export interface ActContext<Row> {
  core: StateCore
  known: KnownRows<Row>
  /** The row's id. */
  id: string
  /** Inputs of earlier writes to the same field whose response was lost, so that they may have been saved. */
  unconfirmed: readonly unknown[]
}

/** One requested write. It may be sent several times, until it is saved, fails or is replaced. */
export interface PlannedWrite<Row, Value extends object> {
  /** How the row is shown until the server has answered. Omitted if nothing of the row changes. */
  change?: RowChange<Row>
  /** The parts of the field that are changed. Omitted if the whole field is. */
  parts?: readonly string[]
  /** Called with the row that an earlier write in the same queue returned. */
  follow?(field: string, row: Row): void
  send(intent: string): Promise<Value>
}

/** A write as a host's hooks receive it. */
export interface HookedWrite<Row> {
  /** The change's id. It is sent as `Idempotency-Key` and comes back in events. */
  intent: string
  /** The row as known before the change. */
  row: Row
}

/** One kind of write to a row, with everything that differs from other kinds. */
export interface RowAct<Row, Input, Value extends object, Hooks> {
  /** The field of the row that it writes. */
  field: string
  /** Resources that are loaded again once it is saved. */
  touches: readonly ResourceName[]
  /** Whether it decides what a user may do, so that everything is loaded again if the user is the viewer. */
  affectsPermissions?: boolean
  /** Whether the row moves in its list once it is saved. */
  movesRow?: boolean
  /** Whether the row leaves the list once it is saved. */
  removesRow?: boolean
  plan(context: ActContext<Row>, input: Input): PlannedWrite<Row, Value>
  before(hooks: Hooks, write: HookedWrite<Row>, input: Input): BeforeAnswer | Promise<BeforeAnswer>
  after(hooks: Hooks, write: HookedWrite<Row>, input: Input, outcome: Outcome<Value>): void
}

/** Puts a write into the row's queue. */
export type PlaceWrite<Row, Hooks> = <Input, Value extends object>(
  act: RowAct<Row, Input, Value, Hooks>,
  id: string,
  input: Input,
) => Promise<Outcome<Value>>
