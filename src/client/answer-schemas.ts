import { activityListSchema } from '../contract/activity.ts'
import { eventListSchema, eventSchema } from '../contract/events.ts'
import { exportStateSchema } from '../contract/exports.ts'
import { endResultSchema, holdSchema, idleLogoutPolicySchema, idleSchema } from '../contract/idle-logout.ts'
import { invitationSettingsSchema } from '../contract/invitation-settings.ts'
import { invitationWindowSchema } from '../contract/invitation-windows.ts'
import { addressChecksSchema, inviteResultsSchema } from '../contract/invitation-writes.ts'
import { invitationSchema } from '../contract/invitations.ts'
import { joinedSchema, joinPreviewSchema } from '../contract/join.ts'
import { permissionListSchema } from '../contract/permissions.ts'
import { roleListSchema } from '../contract/roles.ts'
import type { Schema } from '../contract/schema.ts'
import {
  chunkSchema,
  frozenSelectionSchema,
  selectionListSchema,
  selectionRowWindowSchema,
} from '../contract/selections.ts'
import { companyListSchema, sessionSchema } from '../contract/session.ts'
import { teamListSchema } from '../contract/teams.ts'
import { userIdWindowSchema, userRowSchema, userWindowSchema } from '../contract/user-windows.ts'
import { userWriteAnswers } from '../contract/user-write-routes.ts'
import { userSchema } from '../contract/users.ts'
import { exportSchema } from './export-schema.ts'

/** The schema of what each method of a port returns, or of each item that it yields. */
export const answerSchemas = {
  'session.get': sessionSchema,
  'session.companies': companyListSchema,
  'session.idle.get': idleSchema,
  'session.idle.report': idleSchema,
  'session.idle.end': endResultSchema,
  'session.idle.hold': holdSchema,
  'idleLogout.get': idleLogoutPolicySchema,
  'idleLogout.save': idleLogoutPolicySchema,
  'users.list': userWindowSchema,
  'users.get': userSchema,
  'users.ids': userIdWindowSchema,
  'users.iterate': userRowSchema,
  'users.activity': activityListSchema,
  ...userWriteAnswers,
  'users.export': exportSchema,
  'roles.list': roleListSchema,
  'teams.list': teamListSchema,
  'permissions.list': permissionListSchema,
  'events.list': eventListSchema,
  'events.stream': eventSchema,
  'selections.create': frozenSelectionSchema,
  'selections.get': frozenSelectionSchema,
  'selections.list': selectionListSchema,
  'selections.rows': selectionRowWindowSchema,
  'selections.chunk': chunkSchema,
  'selections.stop': frozenSelectionSchema,
  'invitations.list': invitationWindowSchema,
  'invitations.get': invitationSchema,
  'invitations.check': addressChecksSchema,
  'invitations.invite': inviteResultsSchema,
  'invitations.change': invitationSchema,
  'invitations.resend': invitationSchema,
  'invitations.delete': invitationSchema,
  'invitations.activity': activityListSchema,
  'invitations.settings': invitationSettingsSchema,
  /** Of the port of joining. */
  'join.preview': joinPreviewSchema,
  'join.join': joinedSchema,
  /** Of HTTP alone: how much of an export was sent. */
  'exports.get': exportStateSchema,
} satisfies Record<string, Schema<unknown>>

/** A method of a port, such as `users.list`. */
export type Method = keyof typeof answerSchemas

/** What a method returns, or each item that it yields. */
export type Answer<Of extends Method> =
  (typeof answerSchemas)[Of] extends Schema<infer Output> ? Output : never
