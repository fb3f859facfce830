import { createSubscribable } from '../../base/subscribable.ts'
import type { KnownRows } from '../known-rows/known-rows.ts'
import { idleStates, type SaveStates, statesOf } from './save-states.ts'
import { withMember } from './with-member.ts'
import { changesOf, type WriteLane } from './write-lane.ts'

/** What is visible of the writes. Each getter returns the same object until its content changes. */
export interface WriteBoard<Row, Field extends string> {
  getStates(id: string): SaveStates<Field>
  /** Rows with writes that are waiting or running. */
  getPendingIds(): ReadonlySet<string>
  subscribe(listener: () => void): () => void
  /** Takes over a row's lane as it is now. */
  publish(id: string, lane: WriteLane<Row>): void
}

/** Receives a row's lane, with the states before and after. Called before the board's listeners. */
export type OnPublish<Row, Field extends string> = (
  id: string,
  lane: WriteLane<Row>,
  states: { before: SaveStates<Field> | undefined; next: SaveStates<Field> },
) => void

/** Creates a board for rows without writes. */
export function createWriteBoard<Row, Field extends string>(
  known: Pick<KnownRows<Row>, 'setChanges'>,
  fields: readonly Field[],
  onPublish: OnPublish<Row, Field> = () => {},
): WriteBoard<Row, Field> {
  const idle = idleStates(fields)
  const states = new Map<string, SaveStates<Field>>()
  const { subscribe, notify } = createSubscribable()
  let pendingIds: ReadonlySet<string> = new Set()

  return {
    getStates: (id) => states.get(id) ?? idle,
    getPendingIds: () => pendingIds,
    subscribe,
    publish(id, lane) {
      const before = states.get(id)
      const next = statesOf(fields, lane)
      states.set(id, next)
      onPublish(id, lane, { before, next })
      pendingIds = withMember(pendingIds, id, lane.queue.length > 0)
      notify()
      known.setChanges(id, changesOf(lane))
    },
  }
}
