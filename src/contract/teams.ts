import * as v from 'valibot'
import { idShape } from './id-shape.ts'
import { leftOut, withDefault } from './left-out.ts'
import type { Schema } from './schema.ts'

/** A team of the company. Users with one of its roles are members without being added. */
export interface Team {
  id: string
  name: string
  /** Roles whose users are members *via role*. */
  roleIds: string[]
  /** How many users are in it. Left out if the backend doesn't know. */
  userCount?: number
}

/** One team on the wire. */
export const teamShape = v.object({
  id: idShape,
  name: v.string(),
  roleIds: withDefault(v.array(idShape), []),
  userCount: leftOut(v.number()),
})

/** Schema of {@link Team}. */
export const teamSchema: Schema<Team> = teamShape

/** The company's teams, by name. */
export interface TeamList {
  teams: Team[]
}

/** The response of `GET /v1/teams` on the wire. */
export const teamListShape = v.object({ teams: v.array(teamShape) })

/** Schema of {@link TeamList}. */
export const teamListSchema: Schema<TeamList> = teamListShape
