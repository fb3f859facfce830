import * as v from 'valibot'
import { idShape, instantShape } from './id-shape.ts'
import { type RoleRef, roleRefShape } from './roles.ts'
import type { Schema } from './schema.ts'

/** Who made a change: a user of the company, or the system. */
export interface ActivityActor {
  /** A person, or the backend itself. */
  kind: 'user' | 'system'
  id: string
  /** Absent if it no longer exists. */
  name?: string
}

/** What was done to a user or to an invitation. */
export type ActivityAction =
  | 'set_role'
  | 'change_teams'
  | 'end_sessions'
  | 'delete_user'
  | 'restore_user'
  | 'invitation_created'
  | 'invitation_changed'
  | 'invitation_resent'
  | 'invitation_sent'
  | 'invitation_failed'
  | 'invitation_deleted'
  /** The address was invited again after the invitation had expired. */
  | 'invitation_replaced'
  /** Someone joined by it. `after` has what they got, if the role or a team of the invitation couldn't be used. */
  | 'invitation_accepted'
  /** The user joined by an invitation. `before` has what it was to give, if they got less. */
  | 'join'
  /** The person joined in another way. */
  | 'invitation_closed'
  /** A session ended. `after.reason` is `idle`, `expired` or `signed_out`. */
  | 'end_session'
  /** The idle logout was postponed, for what `after.reason` names, or no longer is. */
  | 'hold_session'
  | 'release_session'
  | (string & {})

/** The state before or after a change, by current names. The name of something that no longer exists is empty. */
export interface ActivityState {
  role?: RoleRef
  /** Teams that the user was added to directly. */
  teams?: { id: string; name: string }[]
  /** Why it happened: the mail server's words about a failed email, why a session ended, such as `idle`, or why a logout was postponed. */
  reason?: string
}

/** One change of a user or an invitation, from the audit log. */
export interface ActivityEntry {
  id: string
  /** RFC 3339, UTC. */
  at: string
  action: ActivityAction
  actor: ActivityActor
  before?: ActivityState
  after?: ActivityState
}

/** What `GET /v1/users/{id}/activity` and `GET /v1/invitations/{id}/activity` return, newest first. */
export interface ActivityList {
  entries: ActivityEntry[]
}

/** Who made a change, on the wire. An unknown kind is read as the system. */
export const activityActorShape = v.object({
  kind: v.fallback(v.picklist(['user', 'system']), 'system'),
  id: v.string(),
  name: v.optional(v.string()),
})

/** The state before or after a change, on the wire. */
export const activityStateShape = v.object({
  role: v.optional(roleRefShape),
  teams: v.optional(v.array(v.object({ id: idShape, name: v.string() }))),
  reason: v.optional(v.string()),
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
