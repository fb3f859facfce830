import * as v from 'valibot'
import { idShape, instantShape } from './id-shape.ts'
import { type RoleRef, roleRefShape } from './roles.ts'
import type { Schema } from './schema.ts'

/** Who made a change: a user of the company, or the system. */
export interface ActivityActor {
  kind: 'user' | 'system'
  id: string
  /** Absent if it no longer exists. */
  name?: string
}

/** What a change replaced, or put in its place, by the names of today; a name is empty where the thing is gone. */
export interface ActivityState {
  role?: RoleRef
  /** Teams joined by hand. */
  teams?: { id: string; name: string }[]
}

/** One change of a user, as the audit log has it. */
export interface ActivityEntry {
  id: string
  /** RFC 3339, UTC. */
  at: string
  action: 'set_role' | 'change_teams' | 'end_sessions' | 'delete_user' | 'restore_user' | (string & {})
  actor: ActivityActor
  before?: ActivityState
  after?: ActivityState
}

/** What `GET /v1/users/{id}/activity` returns, newest first. */
export interface ActivityList {
  entries: ActivityEntry[]
}

/** Who made a change, on the wire; an unknown kind reads as the system. */
export const activityActorShape = v.object({
  kind: v.fallback(v.picklist(['user', 'system']), 'system'),
  id: v.string(),
  name: v.optional(v.string()),
})

/** What a change replaced, or put in its place, on the wire. */
export const activityStateShape = v.object({
  role: v.optional(roleRefShape),
  teams: v.optional(v.array(v.object({ id: idShape, name: v.string() }))),
})

/** One change of a user on the wire. */
export const activityEntryShape = v.object({
  id: v.string(),
  at: instantShape,
  action: v.string(),
  actor: activityActorShape,
  before: v.optional(activityStateShape),
  after: v.optional(activityStateShape),
})

/** The response of `GET /v1/users/{id}/activity` on the wire. */
export const activityListShape = v.object({ entries: v.array(activityEntryShape) })

/** Schema of {@link ActivityList}. */
export const activityListSchema: Schema<ActivityList> = activityListShape
