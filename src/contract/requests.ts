import * as v from 'valibot'
import { longestAge } from '../base/longest-age.ts'
import { idShape } from './id-shape.ts'
import { clientEndReasons } from './idle-logout.ts'
import { invitationLimits } from './invitation-limits.ts'
import { invitationsSorts, listedStatuses } from './invitations-query.ts'
import { selectionLimits, selectionOutcomes } from './selection-requests.ts'
import { usersSorts, windowLimits } from './users-query.ts'

/** The body of `POST /v1/sign-in`. */
export interface SignIn {
  email: string
  /** The password as it was typed. */
  password: string
}

/** The body of a sign-in; an unknown field is an error. */
export const signInShape = v.strictObject({
  email: v.pipe(v.string(), v.minLength(1), v.maxLength(320)),
  password: v.pipe(v.string(), v.minLength(1), v.maxLength(1_024)),
})

/** A place in a list, which a database stores in 32 bits. */
const offset = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000_000))
const limit = (most: number) => v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(most))
const cursor = v.pipe(v.string(), v.minLength(1), v.maxLength(2_048))

const list = {
  search: v.optional(v.pipe(v.string(), v.maxLength(200))),
  sort: v.optional(v.picklist(usersSorts)),
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

const statuses = v.pipe(v.array(v.picklist(listedStatuses)), v.maxLength(listedStatuses.length))
const deliveries = v.pipe(v.array(v.pipe(v.string(), v.regex(/^[a-z_]{1,40}$/))), v.maxLength(20))

/** Parameters of `GET /v1/invitations`; an unknown one is an error. */
export const invitationsParametersShape = v.strictObject({
  search: list.search,
  sort: v.optional(v.picklist(invitationsSorts)),
  role: list.role,
  team: list.team,
  status: v.optional(statuses),
  delivery: v.optional(deliveries),
  invitedBy: v.optional(v.pipe(v.array(idShape), v.maxLength(100))),
  offset: v.optional(offset),
  limit: v.optional(limit(windowLimits.rows)),
})

/** Parameters of `GET /v1/events`. */
export const eventsParametersShape = v.strictObject({
  since: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
})

/** Parameters of `GET /v1/users/{id}/activity` and of `GET /v1/invitations/{id}/activity`. */
export const activityParametersShape = v.strictObject({ limit: v.optional(limit(windowLimits.rows)) })

/** Parameters of a route that takes none. */
export const noParametersShape = v.strictObject({})

/** Parameters of `GET /v1/selections/{id}/rows`. */
export const selectionRowsParametersShape = v.strictObject({
  outcome: v.optional(v.picklist(selectionOutcomes)),
  offset: v.optional(offset),
  limit: v.optional(limit(windowLimits.rows)),
})

const ids = v.pipe(v.array(idShape), v.maxLength(selectionLimits.ids))
const few = v.pipe(v.array(idShape), v.maxLength(100))
/** A query of users in a body; an unknown field is an error. */
const usersQueryShape = v.strictObject({
  search: v.optional(v.pipe(v.string(), v.maxLength(200))),
  sort: v.optional(v.picklist(usersSorts)),
  roleIds: v.optional(few),
  teamIds: v.optional(few),
})

/** A query of invitations in a body; an unknown field is an error. */
const invitationsQueryShape = v.strictObject({
  search: v.optional(v.pipe(v.string(), v.maxLength(200))),
  sort: v.optional(v.picklist(invitationsSorts)),
  roleIds: v.optional(few),
  teamIds: v.optional(few),
  statuses: v.optional(statuses),
  deliveries: v.optional(deliveries),
  invitedBy: v.optional(few),
})

const ofShape = <Query extends v.GenericSchema>(query: Query) =>
  v.union([
    v.strictObject({ ids }),
    v.strictObject({ query, except: ids }),
    v.strictObject({ failedOf: idShape }),
    v.strictObject({ undoOf: idShape }),
  ])

const actionShape = v.variant('kind', [
  v.strictObject({ kind: v.literal('delete'), deleteInvitations: v.optional(v.boolean()) }),
  v.strictObject({ kind: v.picklist(['resend', 'undo']) }),
  v.strictObject({ kind: v.literal('changeRole'), roleId: idShape }),
  v.strictObject({ kind: v.literal('changeTeams'), add: few, remove: few }),
])

/** The body of `POST /v1/selections` on the wire; an unknown field is an error. */
export const selectionRequestShape = v.variant('resource', [
  v.strictObject({ resource: v.literal('users'), of: ofShape(usersQueryShape), action: actionShape }),
  v.strictObject({
    resource: v.literal('invitations'),
    of: ofShape(invitationsQueryShape),
    action: actionShape,
  }),
])

/** The body of `POST /v1/selections/{id}/chunks` on the wire. */
export const chunkRequestShape = v.strictObject({
  from: offset,
  deleteInvitations: v.optional(v.boolean()),
})

const columnShape = v.strictObject({
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(128)),
  label: v.pipe(v.string(), v.maxLength(200)),
})

/** The body of `POST /v1/users/export` on the wire; an unknown field is an error. */
export const exportRequestShape = v.strictObject({
  query: usersQueryShape,
  columns: v.pipe(v.array(columnShape), v.minLength(1), v.maxLength(100)),
})

/** How long ago something was, in milliseconds. */
export const ageShape = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(longestAge))

/** The body of `POST /v1/session/activity` on the wire. */
export const activityReportShape = v.strictObject({ ageMs: ageShape })

/**
 * The body of `POST /v1/session/end` on the wire. With the key of another session, nothing ends: the person has signed in
 * again since.
 */
export const sessionEndShape = v.strictObject({
  reason: v.picklist(clientEndReasons),
  sessionKey: v.optional(v.pipe(v.string(), v.maxLength(200))),
})

/** The body of `POST /v1/session/holds` on the wire. */
export const holdRequestShape = v.strictObject({
  reason: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  maxMs: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(86_400_000)),
})

/**
 * The body of `PUT /v1/idle-logout` on the wire. Any timeout is parsed, since timeouts other than 10, 15 and 30 are
 * refused with their own code.
 */
export const idleLogoutSettingsShape = v.strictObject({
  enabled: v.boolean(),
  timeoutMinutes: v.unknown(),
  allowHold: v.optional(v.boolean(), false),
})

/** Each text gets its own result, so none of them makes the whole request invalid. */
const emails = (most: number) => v.pipe(v.array(v.string()), v.minLength(1), v.maxLength(most))

/** The body of `POST /v1/invitations` on the wire; an unknown field is an error. */
export const inviteRequestShape = v.strictObject({
  emails: emails(invitationLimits.emails),
  roleId: v.optional(idShape),
  teamIds: v.optional(few),
  message: v.optional(v.pipe(v.string(), v.maxLength(invitationLimits.message))),
  locale: v.optional(v.pipe(v.string(), v.regex(/^[A-Za-z0-9-]{2,35}$/, 'expected a BCP 47 language tag'))),
})

/** The body of `POST /v1/invitations/check` on the wire; an unknown field is an error. */
export const addressChecksRequestShape = v.strictObject({ emails: emails(invitationLimits.checks) })

/** The body of `PATCH /v1/invitations/{id}` on the wire; an unknown field is an error. */
export const invitationChangeShape = v.strictObject({
  roleId: v.optional(idShape),
  teamIds: v.optional(few),
})
