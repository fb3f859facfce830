import { createSubscribable } from '../../base/subscribable.ts'
import type { ApiError } from '../../client/api-error.ts'
import { newIntent } from '../core/new-intent.ts'
import type { Outcome } from '../core/outcome.ts'
import type { StateCore } from '../core/state-core.ts'
import type { Departures } from '../departures/departures.ts'
import type { KnownRows } from '../known-rows/known-rows.ts'
import type { RowNames } from '../known-rows/row-names.ts'
import { type PlacedWrite, placeWrite } from './placed-write.ts'
import { reloadAfterFailure, reloadAfterSuccess } from './reload-after.ts'
import type { PlaceWrite } from './row-act.ts'
import { runWrite } from './run-write.ts'
import { createWriteBoard, type OnPublish, type WriteBoard } from './write-board.ts'
import { createWriteLane, isReplaced, unconfirmedOf, type WriteLane } from './write-lane.ts'

/**
 * Writes to rows of one kind. They are shown immediately, sent one after the other for each row, and rolled back
 * exactly if they fail.
 */
export interface RowWrites<Row, Field extends string, Hooks> extends Omit<WriteBoard<Row, Field>, 'publish'> {
  /** Puts a write into the row's queue. */
  place: PlaceWrite<Row, Hooks>
  /** Tries again what failed in a field. Resolves with the outcomes. */
  retry(id: string, field: Field): Promise<readonly Outcome<object>[]>
  /** Forgets what failed in a field. */
  dismiss(id: string, field: Field): void
  /** Calls the listener when rows have been saved and no write is running. */
  onSaved(listener: (saved: SavedRows) => void): () => void
  /** Notes rows that a run has saved. */
  noteSaved(saved: SavedRows): void
}

/** What was saved. */
export interface SavedRows {
  /** Whether rows have left the list or come back to it, so that others move. */
  movesRows: boolean
}

/** What the writes to one kind of rows need. */
export interface RowWritesOptions<Row, Field extends string, Hooks> {
  names: RowNames
  /** The fields of a row that can be written. */
  fields: readonly Field[]
  known: KnownRows<Row>
  departures: Pick<Departures, 'note'>
  /** Loads a row that isn't known. */
  read(id: string): Promise<Row>
  /** The host's hooks as they are now. */
  hooks: () => Hooks
  onPublish?: OnPublish<Row, Field>
}

/** How long a field stays `saved` (ms). */
const savedFor = 3_000

/** Creates the queues of all writes. A write continues when the component that started it unmounts. */
export function createRowWrites<Row, Field extends string, Hooks>(
  core: StateCore,
  { names, fields, known, departures, read, hooks, onPublish }: RowWritesOptions<Row, Field, Hooks>,
): RowWrites<Row, Field, Hooks> {
  const { clock, intents } = core
  const lanes = new Map<string, WriteLane<Row>>()
  const saved = createSubscribable<[saved: SavedRows]>()
  const { publish, ...board } = createWriteBoard(known, fields, onPublish)
  const rowOf = async (id: string) => known.find(id)?.row ?? known.learn(await read(id)).row
  let hasSaved = false
  let movesRows = false

  function laneOf(id: string) {
    const lane = lanes.get(id) ?? createWriteLane<Row>()
    lanes.set(id, lane)
    return lane
  }

  const place: PlaceWrite<Row, Hooks> = (act, id, input) => {
    const unconfirmed = unconfirmedOf(laneOf(id), act.field)
    return enqueue(placeWrite(act, { core, known, id, unconfirmed }, input, hooks))
  }

  function enqueue<Value extends object>(write: PlacedWrite<Row, Value>) {
    const { id } = write
    const lane = laneOf(id)
    lane.failed = lane.failed.filter((failed) => !isReplaced(failed.write, write))
    lane.saved.delete(write.field)
    intents.add(write.intent)
    return new Promise<Outcome<Value>>((resolve) => {
      const run = async () => {
        const start = clock.now()
        const outcome = await runWrite(core, rowOf, write)
        lane.queue.shift()
        if (outcome.ok) settle(lane, write, outcome.value)
        else fail(lane, write, outcome.error, clock.now() - start)
        publish(id, lane)
        resolve(outcome)
      }
      lane.queue.push({ write, run })
      publish(id, lane)
      void drain(lane)
    })
  }

  async function drain(lane: WriteLane<Row>) {
    if (lane.isRunning) return
    lane.isRunning = true
    for (let next = lane.queue[0]; next; next = lane.queue[0]) await next.run()
    lane.isRunning = false
    if (board.getPendingIds().size > 0 || !hasSaved) return
    hasSaved = false
    const moved = movesRows
    movesRows = false
    saved.notify({ movesRows: moved })
  }

  function settle(lane: WriteLane<Row>, write: PlacedWrite<Row>, value: object) {
    const { id, field, intent } = write
    if (write.removesRow) {
      hasSaved = true
      movesRows = true
      departures.note([id])
    } else if (isRow<Row>(value)) {
      known.learn(value)
      movesRows ||= write.movesRow === true
      hasSaved = true
      for (const { write: later } of lane.queue) later.follow?.(field, value)
    }
    unconfirmedOf(lane, field).length = 0
    lane.saved.set(field, intent)
    clock.after(savedFor, () => {
      if (lane.saved.get(field) !== intent) return
      lane.saved.delete(field)
      publish(id, lane)
    })
    reloadAfterSuccess(core, write)
  }

  function fail<Value extends object>(
    lane: WriteLane<Row>,
    write: PlacedWrite<Row, Value>,
    error: ApiError,
    ms: number,
  ) {
    const { intent, field, input, isApproved } = write
    const isLost = isApproved && (error.status === undefined || error.status >= 500)
    if (isLost) {
      intents.remove(intent)
      unconfirmedOf(lane, field).push(input)
    }
    // It begins with what the person saw when they made the change, so it doesn't replace what someone else has changed
    // since then.
    const retry = () => enqueue(isLost ? write : { ...write, intent: newIntent(), isApproved: false })
    if (!lane.queue.some(({ write: later }) => isReplaced(write, later)))
      lane.failed.push({ write, error, retry })
    reloadAfterFailure(core, names, write, error, { isLost, ms })
  }

  return {
    ...board,
    place,
    retry(id, field) {
      const failed = laneOf(id).failed.filter(({ write }) => write.field === field)
      return Promise.all(failed.map(({ retry }) => retry()))
    },
    dismiss(id, field) {
      const lane = laneOf(id)
      lane.failed = lane.failed.filter(({ write }) => write.field !== field)
      publish(id, lane)
    },
    onSaved: saved.subscribe,
    noteSaved: saved.notify,
  }
}

const isRow = <Row>(value: object): value is Row & object => 'id' in value && 'role' in value
