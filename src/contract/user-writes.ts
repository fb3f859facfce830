import * as v from 'valibot'
import { idShape } from './id-shape.ts'
import { leftOut } from './left-out.ts'
import type { Schema } from './schema.ts'
import { type Undo, undoShape } from './undo.ts'

/** The body of `PUT /v1/users/{id}/role`. */
export interface RoleChange {
  /** The id of the role that the user will have. */
  roleId: string
}

/**
 * The body of `PATCH /v1/users/{id}/teams`: teams to add the user to and to remove them from. Other teams don't change.
 * If a team is in both, the user leaves it.
 */
export interface TeamsChange {
  /** Ids of teams, at most 100. */
  add: string[]
  /** Ids of teams, at most 100. */
  remove: string[]
}

/** What `POST /v1/users/{id}/end-sessions` returns. */
export interface EndedSessions {
  /** How many sessions ended. For the viewer, all but this one. */
  ended: number
}

/** What `DELETE /v1/users/{id}` returns. */
export interface DeletedUser {
  /** Left out if the deletion can't be undone. */
  undo?: Undo
}

const teamIds = v.pipe(v.array(idShape), v.maxLength(100))

/** The body of `PUT /v1/users/{id}/role` on the wire; an unknown field is an error. */
export const roleChangeShape = v.strictObject({ roleId: idShape })

/** The body of `PATCH /v1/users/{id}/teams` on the wire; an unknown field is an error. */
export const teamsChangeShape = v.strictObject({ add: teamIds, remove: teamIds })

/** The response of `POST /v1/users/{id}/end-sessions` on the wire. */
export const endedSessionsShape = v.object({ ended: v.pipe(v.number(), v.integer(), v.minValue(0)) })

/** Schema of {@link EndedSessions}. */
export const endedSessionsSchema: Schema<EndedSessions> = endedSessionsShape

/** The response of `DELETE /v1/users/{id}` on the wire. */
export const deletedUserShape = v.object({ undo: leftOut(undoShape) })

/** Schema of {@link DeletedUser}. */
export const deletedUserSchema: Schema<DeletedUser> = deletedUserShape
