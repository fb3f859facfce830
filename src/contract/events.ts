import * as v from 'valibot'
import { idShape, instantShape } from './id-shape.ts'
import type { Schema } from './schema.ts'

/** An entry of the company's change log; it names what changed and holds no data. */
export interface RosterEvent {
  /** Number of the change in its company, rising. */
  revision: number
  /** What changed. `all`, of a stream alone, means that the log no longer reaches back: load everything again. */
  resource: 'users' | 'invitations' | 'roles' | 'teams' | 'sessions' | 'idle_logout' | 'all' | (string & {})
  ids: string[]
  /** The intent that made the change, as its client named it. */
  intent: string
  /** RFC 3339, UTC. */
  at: string
}

/** What `GET /v1/events?since=` returns. */
export interface EventList {
  events: RosterEvent[]
  /** The company's latest revision. */
  revision: number
  /** Whether the log no longer reaches back to `since`: read everything anew. */
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
