import { createSubscribable } from '../../base/subscribable.ts'
import type { ApiError } from '../../client/api-error.ts'
import type { User } from '../../contract/users.ts'
import type { StateCore } from '../core/state-core.ts'
import type { Departures } from '../departures/departures.ts'
import type { KnownUsers } from '../known-users/known-users.ts'
import type { Outcome } from '../user-acts/outcome.ts'
import {
  createUserActs,
  type PlaceWrite,
  type RosterHooks,
  type UserActs,
  type UserField,
} from '../user-acts/user-acts.ts'
import { createOwnIntents } from './own-intents.ts'
import { type PlacedWrite, placeWrite } from './placed-write.ts'
import { reloadAfterFailure, reloadAfterSuccess } from './reload-after.ts'
import { runWrite } from './run-write.ts'
import { createWriteBoard, type WriteBoard } from './write-board.ts'
import { createWriteLane, isReplaced, unconfirmedOf, type WriteLane } from './write-lane.ts'

/** Writes to users. They are shown at once, sent one after the other for each user, and undone exactly if they fail. */
export interface UserWrites extends UserActs, Omit<WriteBoard, 'publish'> {
  /** Tries again what failed in a field. */
  retry(id: string, field: UserField): Promise<void>
  /** Forgets what failed in a field. */
  dismiss(id: string, field: UserField): void
  /** Calls the listener when users have been saved and no write is under way. */
  onSaved(listener: (saved: SavedUsers) => void): () => void
  /** Takes note of users that a run of many has saved. */
  noteSaved(saved: SavedUsers): void
  /** Counts a change as made by this client, by its intent. */
  claim(intent: string): void
  /** Whether this client made a change, by its intent. */
  isOwn(intent: string): boolean
}

/** What was saved. */
export interface SavedUsers {
  /** Whether users have left the list or come back to it, so that its rows move. */
  movesRows: boolean
}

/** How long a field stays `saved` (ms). */
const savedFor = 3_000

/** Creates the queues of all writes. A write that is under way continues when the component that started it unmounts. */
export function createUserWrites(
  core: StateCore,
  known: KnownUsers,
  departures: Pick<Departures, 'note'>,
  hooks: () => RosterHooks,
): UserWrites {
  const { clock } = core
  const lanes = new Map<string, WriteLane>()
  const intents = createOwnIntents()
  const saved = createSubscribable<[saved: SavedUsers]>()
  const { publish, ...board } = createWriteBoard(core, known)
  let hasSaved = false
  let movesRows = false

  function laneOf(id: string) {
    const lane = lanes.get(id) ?? createWriteLane()
    lanes.set(id, lane)
    return lane
  }

  const place: PlaceWrite = (act, userId, input) => {
    const unconfirmed = unconfirmedOf(laneOf(userId), act.field)
    const make = () => placeWrite(act, { core, known, userId, unconfirmed }, input)
    return enqueue(make, make())
  }

  function enqueue<Value extends object>(make: () => PlacedWrite<Value>, write: PlacedWrite<Value>) {
    const { userId } = write
    const lane = laneOf(userId)
    lane.failed = lane.failed.filter((failed) => !isReplaced(failed.write, write))
    lane.saved.delete(write.field)
    intents.add(write.intent)
    return new Promise<Outcome<Value>>((resolve) => {
      const run = async () => {
        const start = clock.now()
        const outcome = await runWrite(core, known, hooks(), write)
        lane.queue.shift()
        if (outcome.ok) settle(lane, write, outcome.value)
        else fail(lane, write, outcome.error, make, clock.now() - start)
        publish(userId, lane)
        resolve(outcome)
      }
      lane.queue.push({ write, run })
      publish(userId, lane)
      void drain(lane)
    })
  }

  async function drain(lane: WriteLane) {
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

  function settle(lane: WriteLane, write: PlacedWrite, value: object) {
    const { userId, field, intent } = write
    if (write.removesUser) {
      hasSaved = true
      movesRows = true
      departures.note([userId])
    }
    if (isUser(value)) {
      known.learn(value)
      hasSaved = true
      for (const { write: later } of lane.queue) later.follow?.(field, value)
    }
    unconfirmedOf(lane, field).length = 0
    lane.saved.set(field, intent)
    clock.after(savedFor, () => {
      if (lane.saved.get(field) !== intent) return
      lane.saved.delete(field)
      publish(userId, lane)
    })
    reloadAfterSuccess(core, write)
  }

  function fail<Value extends object>(
    lane: WriteLane,
    write: PlacedWrite<Value>,
    error: ApiError,
    make: () => PlacedWrite<Value>,
    ms: number,
  ) {
    const { intent, field, input, isApproved } = write
    const isLost = isApproved && (error.status === undefined || error.status >= 500)
    if (isLost) {
      intents.remove(intent)
      unconfirmedOf(lane, field).push(input)
    }
    const retry = () => enqueue(make, isLost ? write : make())
    if (!lane.queue.some(({ write: later }) => isReplaced(write, later)))
      lane.failed.push({ write, error, retry })
    reloadAfterFailure(core, write, error, { isLost, ms })
  }

  return {
    ...createUserActs(place),
    ...board,
    async retry(id, field) {
      const failed = laneOf(id).failed.filter(({ write }) => write.field === field)
      await Promise.all(failed.map(({ retry }) => retry()))
    },
    dismiss(id, field) {
      const lane = laneOf(id)
      lane.failed = lane.failed.filter(({ write }) => write.field !== field)
      publish(id, lane)
    },
    onSaved: saved.subscribe,
    noteSaved: saved.notify,
    claim: intents.add,
    isOwn: intents.has,
  }
}

const isUser = (value: object): value is User => 'id' in value && 'role' in value
