import { activityListShape } from './activity.ts'
import { invitationSettingsShape } from './invitation-settings.ts'
import { invitationWindowShape } from './invitation-windows.ts'
import { addressChecksShape, inviteResultsShape } from './invitation-writes.ts'
import { invitationShape } from './invitations.ts'
import {
  activityParametersShape,
  addressChecksRequestShape,
  invitationChangeShape,
  invitationsParametersShape,
  inviteRequestShape,
} from './requests.ts'
import { manageUsers, noQuery, type Route } from './route.ts'

/** The invitations of a company. */
export const invitationRoutes = {
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
    rules: ['role_not_found', 'team_not_found', 'role_exceeds_yours'],
    body: inviteRequestShape,
    anyText: 'emails',
    answer: inviteResultsShape,
  },
  checkInvitations: {
    method: 'POST',
    path: '/invitations/check',
    summary: 'Check addresses before they are invited',
    access: manageUsers,
    longestBody: 1_048_576,
    body: addressChecksRequestShape,
    anyText: 'emails',
    answer: addressChecksShape,
  },
  getInvitation: {
    method: 'GET',
    path: '/invitations/{id}',
    summary: 'One invitation',
    access: manageUsers,
    query: noQuery,
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
    ],
    answer: invitationShape,
  },
  deleteInvitation: {
    method: 'DELETE',
    path: '/invitations/{id}',
    summary: 'Delete an invitation. Its link stops working immediately',
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
    summary: 'How invitations work in the company, its seats, and whether email can be sent',
    access: manageUsers,
    query: noQuery,
    answer: invitationSettingsShape,
  },
} as const satisfies Record<string, Route>
