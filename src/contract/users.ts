import * as v from 'valibot'
import { type Action, actionShape } from './actions.ts'
import { idShape, instantShape } from './id.ts'
import { type RoleRef, roleRefShape } from './roles.ts'
import type { Schema } from './schema.ts'

/** A membership of a team, as a user carries it; a person may be in one both directly and via role. */
export interface TeamRef {
  id: string
  name: string
  direct: boolean
  viaRole: boolean
}

/** What the viewer may do to a user. */
export interface UserActions {
  delete: Action
  changeRole: Action
  changeTeams: Action
  endSessions: Action
}

/** Availability for work, where the server announces it. */
export type Presence = 'online' | 'away' | 'offline'

declare global {
  /**
   * A host's own fields. Augment this interface with their names and types. It is global, since an
   * interface that several built entries re-export cannot be augmented through one of them.
   */
  interface RosterUserCustom {
    [field: string]: unknown
  }
}

/** The host's own fields of a user. */
export type UserCustom = RosterUserCustom

/** An account's membership of one company. */
export interface User {
  id: string
  /** May be empty; the email is then shown instead. */
  name: string
  /** Fixed for the life of the user. */
  email: string
  avatarUrl?: string
  role: RoleRef
  teams: TeamRef[]
  /** RFC 3339, UTC. */
  joinedAt: string
  /** RFC 3339, UTC; null for a user who never signed in. */
  lastActiveAt: string | null
  presence?: Presence
  /** Opaque; goes back in `If-Match`. */
  version?: string
  actions: UserActions
  custom?: UserCustom
}

/** A team of a user on the wire. */
export const teamRefShape = v.object({
  id: idShape,
  name: v.string(),
  direct: v.boolean(),
  viaRole: v.boolean(),
})

const userActionsShape = v.object({
  delete: actionShape,
  changeRole: actionShape,
  changeTeams: actionShape,
  endSessions: actionShape,
})

/** One user on the wire. */
export const userShape = v.object({
  id: idShape,
  name: v.string(),
  email: v.string(),
  avatarUrl: v.optional(v.string()),
  role: roleRefShape,
  teams: v.array(teamRefShape),
  joinedAt: instantShape,
  lastActiveAt: v.nullable(instantShape),
  presence: v.optional(v.fallback(v.optional(v.picklist(['online', 'away', 'offline'])), undefined)),
  version: v.optional(v.string()),
  actions: v.optional(userActionsShape, {}),
  custom: v.optional(v.record(v.string(), v.unknown())),
})

/** Schema of {@link User}; unknown presence reads as none, an unknown action as denied. */
export const userSchema: Schema<User> = userShape
