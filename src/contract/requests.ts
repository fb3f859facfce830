import * as v from 'valibot'
import { idShape } from './id.ts'
import { userSortKeys, windowLimits } from './users-query.ts'

/** The body of `POST /v1/sign-in`. */
export interface SignIn {
  email: string
  password: string
}

/** The body of a sign-in; an unknown field is an error. */
export const signInShape = v.strictObject({
  email: v.pipe(v.string(), v.minLength(1), v.maxLength(320)),
  password: v.pipe(v.string(), v.minLength(1), v.maxLength(1_024)),
})

const sorts = userSortKeys.flatMap((key) => [key, `-${key}`] as const)

const offset = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000_000))
const limit = (most: number) => v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(most))
const cursor = v.pipe(v.string(), v.minLength(1), v.maxLength(2_048))

const list = {
  search: v.optional(v.pipe(v.string(), v.maxLength(200))),
  sort: v.optional(v.picklist(sorts)),
  role: v.optional(v.pipe(v.array(idShape), v.maxLength(100))),
  team: v.optional(v.pipe(v.array(idShape), v.maxLength(100))),
  offset: v.optional(offset),
  around: v.optional(idShape),
  cursor: v.optional(cursor),
}

/** Parameters of `GET /v1/users`; an unknown one is an error. */
export const usersParametersShape = v.strictObject({ ...list, limit: v.optional(limit(windowLimits.rows)) })

/** Parameters of `GET /v1/users` with `fields=id`. */
export const userIdsParametersShape = v.strictObject({
  ...list,
  fields: v.literal('id'),
  limit: v.optional(limit(windowLimits.ids)),
})

/** Parameters of `GET /v1/events`. */
export const eventsParametersShape = v.strictObject({
  since: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
})

/** Parameters of `GET /v1/users/{id}/activity`. */
export const activityParametersShape = v.strictObject({ limit: v.optional(limit(windowLimits.rows)) })

/** Parameters of a route that takes none. */
export const noParametersShape = v.strictObject({})
