import * as v from 'valibot'
import { idShape, instantShape } from './id-shape.ts'
import type { Schema } from './schema.ts'

/** An entry of the company's change log. It says what kind of thing changed, and contains no data. */
export interface RosterEvent {
  /** The number of the change in its company. It grows with each change. */
  revision: number
  /** What changed. Only a stream sends `all`: the log no longer reaches back to `since`, so load everything again. */
  resource: 'users' | 'invitations' | 'roles' | 'teams' | 'sessions' | 'idle_logout' | 'all' | (string & {})
  /** The ids of what changed. Empty if it concerns the resource as a whole. */
  ids: string[]
  /** The intent of the change, which its client created. */
  intent: string
  /** RFC 3339, UTC. */
  at: string
}

/** What `GET /v1/events?since=` returns. */
export interface EventList {
  events: RosterEvent[]
  /** The company's latest revision. */
  revision: number
  /** Whether the log no longer reaches back to `since`. If so, load everything again. */
  gap: boolean
}

const count = v.pipe(v.number(), v.integer(), v.minValue(0))

/** One event on the wire. */
export const eventShape = v.object({
  revision: count,
  resource: v.string(),
  ids: v.array(idShape),
  intent: v.string(),
  at: instantShape,
})

/** The response of `GET /v1/events` on the wire. */
export const eventListShape = v.object({ events: v.array(eventShape), revision: count, gap: v.boolean() })

/** Schema of {@link RosterEvent}. */
export const eventSchema: Schema<RosterEvent> = eventShape

/** Schema of {@link EventList}. */
export const eventListSchema: Schema<EventList> = eventListShape
