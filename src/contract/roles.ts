import * as v from 'valibot'
import { actionShape } from './action-shape.ts'
import { type Action, denied } from './actions.ts'
import { idShape } from './id-shape.ts'
import { leftOut, withDefault } from './left-out.ts'
import type { Schema } from './schema.ts'

/** A permission's id, such as `manage_users`. Unknown ids are kept unchanged. */
export type PermissionId = string

/** A role as other resources name it. */
export interface RoleRef {
  id: string
  name: string
}

/** A named set of permissions; each user has exactly one. */
export interface Role {
  id: string
  name: string
  /** What the role is for. May be empty. */
  description: string
  /** Groups the list of roles, and has no other effect. */
  type: 'company' | 'team'
  permissions: PermissionId[]
  /** Whether invited people get this role if no role was chosen for them. */
  isDefault: boolean
  /** How many users have it. Left out if the backend doesn't know. */
  userCount?: number
  actions: RoleActions
}

/** What the viewer may do with a role. */
export interface RoleActions {
  /** Give the role to a user, or take it away. */
  assign: Action
}

/** Two people changed a user's role at the same time. */
export interface RoleConflict {
  /** The role that the user has now. */
  theirs: RoleRef
  /** The role that the viewer chose. */
  yours: RoleRef
}

/** A role on the wire, where another thing names it. */
export const roleRefShape = v.object({ id: idShape, name: v.string() })

/** One role on the wire. */
export const roleShape = v.object({
  id: idShape,
  name: v.string(),
  description: withDefault(v.string(), ''),
  type: withDefault(v.picklist(['company', 'team']), 'company'),
  permissions: withDefault(v.array(v.string()), []),
  isDefault: withDefault(v.boolean(), false),
  userCount: leftOut(v.number()),
  actions: v.optional(v.fallback(v.object({ assign: actionShape }), { assign: denied }), {}),
})

/** Schema of {@link Role}; an unknown type reads as `company`, since it only groups. */
export const roleSchema: Schema<Role> = roleShape

/** The company's roles, Admin first, then by name. */
export interface RoleList {
  roles: Role[]
}

/** The response of `GET /v1/roles` on the wire. */
export const roleListShape = v.object({ roles: v.array(roleShape) })

/** Schema of {@link RoleList}. */
export const roleListSchema: Schema<RoleList> = roleListShape
