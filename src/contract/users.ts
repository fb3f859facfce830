import * as v from 'valibot'
import { toEach } from '../base/to-each.ts'
import { actionShape } from './action-shape.ts'
import { type Action, denied } from './actions.ts'
import { idShape, instantShape } from './id-shape.ts'
import { leftOut, withDefault } from './left-out.ts'
import { type RoleRef, roleRefShape } from './roles.ts'
import type { Schema } from './schema.ts'
import { userActs } from './user-acts.ts'

/** A user's membership of a team. A user can be in a team directly, via their role, or both. */
export interface TeamRef {
  id: string
  name: string
  /** Whether the user was added to the team. */
  direct: boolean
  /** Whether the user's role brings them into the team. */
  viaRole: boolean
}

type ActsOnUser = { -readonly [Act in keyof typeof userActs]: Action }

/** What the viewer may do to a user. */
export interface UserActions extends ActsOnUser {
  /** Deleting the user. */
  delete: Action
}

/** Availability for work, if the server announces `presence`. */
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

/** A user of one company. Members that a backend doesn't know are left out, and aren't shown. */
export interface User {
  id: string
  /** May be empty. The email is shown instead. */
  name: string
  /** Doesn't change for the life of the user. */
  email: string
  /** The address of a picture. Without one the initials are shown. */
  avatarUrl?: string
  role: RoleRef
  /** Left out if the backend doesn't know the user's teams. */
  teams?: TeamRef[]
  /** RFC 3339, UTC. */
  joinedAt?: string
  /** RFC 3339, UTC; `null` for a user who has never signed in. Left out if the backend doesn't know. */
  lastActiveAt?: string | null
  presence?: Presence
  /** An opaque version, which is sent back in `If-Match`. */
  version?: string
  actions: UserActions
  custom?: UserCustom
}

/** A team of a user on the wire. A team whose membership isn't explained counts as joined directly. */
export const teamRefShape = v.object({
  id: idShape,
  name: v.string(),
  direct: withDefault(v.boolean(), true),
  viaRole: withDefault(v.boolean(), false),
})

/** The same value for every action. */
export const everyUserAction = <Value>(value: Value) => ({ delete: value, ...toEach(userActs, value) })

const userActionsShape = v.object(everyUserAction(actionShape))

/** Every action is denied. Your own port allows what the viewer may do. */
export const noUserActions: UserActions = everyUserAction(denied)

/** One user on the wire. `id`, `email` and `role` are required. */
export const userShape = v.object({
  id: idShape,
  name: withDefault(v.string(), ''),
  email: v.string(),
  avatarUrl: leftOut(v.string()),
  role: roleRefShape,
  teams: leftOut(v.array(teamRefShape)),
  joinedAt: leftOut(instantShape),
  lastActiveAt: leftOut(v.nullable(instantShape)),
  presence: leftOut(v.picklist(['online', 'away', 'offline'])),
  version: leftOut(v.string()),
  actions: v.optional(v.fallback(userActionsShape, noUserActions), {}),
  custom: leftOut(v.record(v.string(), v.unknown())),
})

/** Schema of {@link User}. A missing action is denied. */
export const userSchema: Schema<User> = userShape
