import * as v from 'valibot'
import { activityListShape } from './activity.ts'
import { eventListShape, eventShape } from './events.ts'
import { exportStateShape } from './exports.ts'
import { endResultShape, holdShape, idleLogoutPolicyShape, idleShape } from './idle-logout.ts'
import { invitationSettingsShape } from './invitation-settings.ts'
import { invitationWindowShape } from './invitation-windows.ts'
import { addressChecksShape, inviteResultsShape } from './invitation-writes.ts'
import { invitationShape } from './invitations.ts'
import {
  endedInvitationCodes,
  joinedShape,
  joinPreviewRequestShape,
  joinPreviewShape,
  joinRequestShape,
} from './join.ts'
import { permissionListShape } from './permissions.ts'
import type { KnownErrorCode } from './problems.ts'
import {
  activityParametersShape,
  activityReportShape,
  addressChecksRequestShape,
  chunkRequestShape,
  eventsParametersShape,
  exportRequestShape,
  holdRequestShape,
  idleLogoutSettingsShape,
  invitationChangeShape,
  invitationsParametersShape,
  inviteRequestShape,
  selectionRequestShape,
  selectionRowsParametersShape,
  sessionEndShape,
  signInShape,
  userIdsParametersShape,
  usersParametersShape,
} from './requests.ts'
import { roleListShape } from './roles.ts'
import {
  chunkShape,
  frozenSelectionShape,
  selectionListShape,
  selectionRowWindowShape,
} from './selections.ts'
import { companyListShape, sessionShape } from './session.ts'
import { teamListShape } from './teams.ts'
import { userIdWindowShape, userWindowShape } from './user-windows.ts'
import { deletedUserShape, endedSessionsShape, roleChangeShape, teamsChangeShape } from './user-writes.ts'
import { userShape } from './users.ts'

/**
 * Who may call: the public, anyone (who is identified if they are signed in), a signed-in account, a user of the named company, or one who holds a permission there.
 * The backend checks it before the handler, so that a route cannot forget to.
 */
export type Access = 'public' | 'anyone' | 'account' | 'user' | { permission: string }

/** An operation of the HTTP API. */
export interface Route {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Under `/v1`; parameters in braces, as OpenAPI writes them. */
  path: string
  summary: string
  access: Access
  query?: v.GenericSchema
  body?: v.GenericSchema
  /** The schema of the response's body. Without one the status is 204. */
  answer?: v.GenericSchema
  /** Whether the status is 201 instead of 200. */
  created?: boolean
  /** The most bytes of a body. @default 65_536 */
  longestBody?: number
  /** The media type of a response that is a file. */
  file?: string
  /** Whether the request names its intent in `Idempotency-Key`: repeated, it changes nothing more. */
  intent?: boolean
  /** Whether the request names the version that it knows in `If-Match`. */
  versioned?: boolean
  /** What the rules of the change refuse. */
  rules?: readonly KnownErrorCode[]
  /** Codes that are returned with status 410, whatever their status elsewhere. */
  gone?: readonly KnownErrorCode[]
  /** The schema of each event if the request accepts `text/event-stream`. */
  stream?: v.GenericSchema
}

const manageUsers: Access = { permission: 'manage_users' }
const nothing = v.strictObject({})

/** Every operation, by its OpenAPI `operationId`. */
export const routes = {
  signIn: {
    method: 'POST',
    path: '/sign-in',
    summary: 'Sign in with email and password',
    access: 'public',
    body: signInShape,
  },
  signOut: { method: 'DELETE', path: '/sign-in', summary: 'Sign out of every company', access: 'account' },
  previewJoin: {
    method: 'POST',
    path: '/join/preview',
    summary: 'What the link of an invitation is for. Changes nothing',
    access: 'anyone',
    body: joinPreviewRequestShape,
    rules: ['invitation_not_found'],
    gone: endedInvitationCodes,
    answer: joinPreviewShape,
  },
  join: {
    method: 'POST',
    path: '/join',
    summary: 'Join a company by the link of an invitation',
    access: 'anyone',
    body: joinRequestShape,
    rules: ['signed_out', 'invitation_not_found', 'password_refused', 'wrong_account', 'seats_full'],
    gone: endedInvitationCodes,
    answer: joinedShape,
  },
  listCompanies: {
    method: 'GET',
    path: '/companies',
    summary: 'Companies of the account',
    access: 'account',
    query: nothing,
    answer: companyListShape,
  },
  getSession: {
    method: 'GET',
    path: '/session',
    summary: 'The session in the named company',
    access: 'user',
    query: nothing,
    answer: sessionShape,
  },
  getIdle: {
    method: 'GET',
    path: '/session/idle',
    summary: 'The time that the session has left; never counts as activity',
    access: 'user',
    query: nothing,
    answer: idleShape,
  },
  reportActivity: {
    method: 'POST',
    path: '/session/activity',
    summary: 'Report how long ago the person was active',
    access: 'user',
    body: activityReportShape,
    answer: idleShape,
  },
  endSession: {
    method: 'POST',
    path: '/session/end',
    summary: 'End this session alone',
    access: 'user',
    body: sessionEndShape,
    answer: endResultShape,
  },
  holdSession: {
    method: 'POST',
    path: '/session/holds',
    summary: 'Postpone the idle logout, such as during a call',
    access: 'user',
    created: true,
    rules: ['hold_not_allowed'],
    body: holdRequestShape,
    answer: holdShape,
  },
  releaseHold: {
    method: 'DELETE',
    path: '/session/holds/{id}',
    summary: 'End a hold early',
    access: 'user',
  },
  getIdleLogout: {
    method: 'GET',
    path: '/idle-logout',
    summary: 'The policy for idle logout, and the sessions that it concerns',
    access: manageUsers,
    query: nothing,
    answer: idleLogoutPolicyShape,
  },
  saveIdleLogout: {
    method: 'PUT',
    path: '/idle-logout',
    summary: 'Replace the policy for idle logout',
    access: manageUsers,
    intent: true,
    versioned: true,
    rules: ['timeout_not_allowed'],
    body: idleLogoutSettingsShape,
    answer: idleLogoutPolicyShape,
  },
  listUsers: {
    method: 'GET',
    path: '/users',
    summary: 'A window of users; with `fields=id` of their ids alone',
    access: manageUsers,
    query: v.union([usersParametersShape, userIdsParametersShape]),
    answer: v.union([userWindowShape, userIdWindowShape]),
  },
  getUser: {
    method: 'GET',
    path: '/users/{id}',
    summary: 'One user',
    access: manageUsers,
    query: nothing,
    answer: userShape,
  },
  changeUserRole: {
    method: 'PUT',
    path: '/users/{id}/role',
    summary: 'Change the role of a user',
    access: manageUsers,
    intent: true,
    versioned: true,
    rules: ['role_not_found', 'role_exceeds_yours', 'last_admin'],
    body: roleChangeShape,
    answer: userShape,
  },
  changeUserTeams: {
    method: 'PATCH',
    path: '/users/{id}/teams',
    summary: 'Add a user to teams and take them out of others',
    access: manageUsers,
    intent: true,
    rules: ['team_not_found', 'role_exceeds_yours', 'via_role'],
    body: teamsChangeShape,
    answer: userShape,
  },
  endUserSessions: {
    method: 'POST',
    path: '/users/{id}/end-sessions',
    summary: 'Sign a user out of the company everywhere; of oneself the other sessions',
    access: manageUsers,
    intent: true,
    rules: ['role_exceeds_yours'],
    answer: endedSessionsShape,
  },
  listUserActivity: {
    method: 'GET',
    path: '/users/{id}/activity',
    summary: 'What was done to a user, newest first',
    access: manageUsers,
    query: activityParametersShape,
    answer: activityListShape,
  },
  deleteUser: {
    method: 'DELETE',
    path: '/users/{id}',
    summary: 'Delete a user; what they wrote stays',
    access: manageUsers,
    intent: true,
    rules: ['self', 'role_exceeds_yours', 'last_admin'],
    answer: deletedUserShape,
  },
  exportUsers: {
    method: 'POST',
    path: '/users/export',
    summary: 'The list of users as a CSV file',
    access: manageUsers,
    body: exportRequestShape,
    file: 'text/csv',
  },
  getExport: {
    method: 'GET',
    path: '/exports/{id}',
    summary: 'How much of an export was sent',
    access: manageUsers,
    query: nothing,
    answer: exportStateShape,
  },
  listSelections: {
    method: 'GET',
    path: '/selections',
    summary: 'Changes to many users in the last day, newest first',
    access: manageUsers,
    query: nothing,
    answer: selectionListShape,
  },
  createSelection: {
    method: 'POST',
    path: '/selections',
    summary: 'Freeze users for a change, before anything happens to them',
    access: manageUsers,
    intent: true,
    created: true,
    longestBody: 1_048_576,
    rules: [
      'selection_expired',
      'undo_expired',
      'role_not_found',
      'team_not_found',
      'selection_empty',
      'selection_too_large',
      'rate_limited',
      'role_exceeds_yours',
    ],
    body: selectionRequestShape,
    answer: frozenSelectionShape,
  },
  getSelection: {
    method: 'GET',
    path: '/selections/{id}',
    summary: 'A selection and how far it is',
    access: manageUsers,
    rules: ['selection_expired'],
    query: nothing,
    answer: frozenSelectionShape,
  },
  listSelectionRows: {
    method: 'GET',
    path: '/selections/{id}/rows',
    summary: 'A window of the rows of a selection',
    access: manageUsers,
    rules: ['selection_expired'],
    query: selectionRowsParametersShape,
    answer: selectionRowWindowShape,
  },
  runSelection: {
    method: 'POST',
    path: '/selections/{id}/chunks',
    summary: 'Do the next step of a selection',
    access: manageUsers,
    intent: true,
    rules: ['selection_expired', 'not_maker', 'selection_position', 'selection_ended'],
    body: chunkRequestShape,
    answer: chunkShape,
  },
  stopSelection: {
    method: 'POST',
    path: '/selections/{id}/stop',
    summary: 'End a selection where it is',
    access: manageUsers,
    intent: true,
    rules: ['selection_expired', 'not_maker'],
    answer: frozenSelectionShape,
  },
  listInvitations: {
    method: 'GET',
    path: '/invitations',
    summary: 'A window of invitations: pending ones, then expired ones',
    access: manageUsers,
    query: invitationsParametersShape,
    answer: invitationWindowShape,
  },
  invite: {
    method: 'POST',
    path: '/invitations',
    summary: 'Invite people by email, with a result for each address',
    access: manageUsers,
    intent: true,
    longestBody: 1_048_576,
    rules: ['role_not_found', 'team_not_found', 'role_exceeds_yours', 'rate_limited'],
    body: inviteRequestShape,
    answer: inviteResultsShape,
  },
  checkInvitations: {
    method: 'POST',
    path: '/invitations/check',
    summary: 'Check addresses before they are invited',
    access: manageUsers,
    longestBody: 1_048_576,
    body: addressChecksRequestShape,
    answer: addressChecksShape,
  },
  getInvitation: {
    method: 'GET',
    path: '/invitations/{id}',
    summary: 'One invitation',
    access: manageUsers,
    query: nothing,
    answer: invitationShape,
  },
  changeInvitation: {
    method: 'PATCH',
    path: '/invitations/{id}',
    summary: 'Change the role and the teams of an invitation',
    access: manageUsers,
    intent: true,
    versioned: true,
    rules: [
      'role_not_found',
      'team_not_found',
      'role_exceeds_yours',
      'invitation_accepted',
      'invitation_deleted',
    ],
    body: invitationChangeShape,
    answer: invitationShape,
  },
  resendInvitation: {
    method: 'POST',
    path: '/invitations/{id}/resend',
    summary: 'Send an invitation again, with a new link',
    access: manageUsers,
    intent: true,
    rules: [
      'role_exceeds_yours',
      'already_user',
      'already_invited',
      'invitation_accepted',
      'invitation_deleted',
      'domain_blocked',
      'domain_not_allowed',
      'seats_full',
      'cooldown',
      'rate_limited',
    ],
    answer: invitationShape,
  },
  deleteInvitation: {
    method: 'DELETE',
    path: '/invitations/{id}',
    summary: 'Delete an invitation: its link stops working at once',
    access: manageUsers,
    intent: true,
    rules: ['invitation_accepted', 'invitation_deleted'],
    answer: invitationShape,
  },
  listInvitationActivity: {
    method: 'GET',
    path: '/invitations/{id}/activity',
    summary: 'What was done to an invitation, newest first',
    access: manageUsers,
    query: activityParametersShape,
    answer: activityListShape,
  },
  getInvitationSettings: {
    method: 'GET',
    path: '/invitation-settings',
    summary: 'How invitations work in the company, its seats, and whether email leaves',
    access: manageUsers,
    query: nothing,
    answer: invitationSettingsShape,
  },
  listRoles: {
    method: 'GET',
    path: '/roles',
    summary: 'All roles',
    access: manageUsers,
    query: nothing,
    answer: roleListShape,
  },
  listTeams: {
    method: 'GET',
    path: '/teams',
    summary: 'All teams',
    access: manageUsers,
    query: nothing,
    answer: teamListShape,
  },
  listPermissions: {
    method: 'GET',
    path: '/permissions',
    summary: 'All permissions',
    access: manageUsers,
    query: nothing,
    answer: permissionListShape,
  },
  listEvents: {
    method: 'GET',
    path: '/events',
    summary: 'Changes since a revision, as a list or a stream',
    access: manageUsers,
    query: eventsParametersShape,
    answer: eventListShape,
    stream: eventShape,
  },
} as const satisfies Record<string, Route>

/** The name of an operation. */
export type OperationId = keyof typeof routes
