import type { Handlers } from '../http/call.ts'
import { checkInvitations } from './check-invitations.ts'
import { createSelection } from './create-selection.ts'
import { exportUsers } from './export-users.ts'
import { getExport } from './get-export.ts'
import { getInvitation } from './get-invitation.ts'
import { getInvitationSettings } from './get-invitation-settings.ts'
import { getSelection } from './get-selection.ts'
import { getSession } from './get-session.ts'
import { getUser } from './get-user.ts'
import { idleLogout } from './idle-logout.ts'
import { invitationWrites } from './invitation-writes.ts'
import { invite } from './invite.ts'
import { join } from './join.ts'
import { listCompanies } from './list-companies.ts'
import { listEvents } from './list-events.ts'
import { listInvitationActivity } from './list-invitation-activity.ts'
import { listInvitations } from './list-invitations.ts'
import { listPermissions } from './list-permissions.ts'
import { listRoles } from './list-roles.ts'
import { listSelectionRows } from './list-selection-rows.ts'
import { listSelections } from './list-selections.ts'
import { listTeams } from './list-teams.ts'
import { listUserActivity } from './list-user-activity.ts'
import { listUsers } from './list-users.ts'
import { previewJoin } from './preview-join.ts'
import { runSelection } from './run-selection.ts'
import { sessionIdle } from './session-idle.ts'
import { signIn } from './sign-in.ts'
import { signOut } from './sign-out.ts'
import { stopSelection } from './stop-selection.ts'
import { userWrites } from './user-writes.ts'

/** A handler for each operation of the contract. An operation without one does not compile. */
export const handlers: Handlers = {
  signIn,
  signOut,
  previewJoin,
  join,
  listCompanies,
  getSession,
  ...sessionIdle,
  ...idleLogout,
  listUsers,
  getUser,
  ...userWrites,
  listUserActivity,
  exportUsers,
  getExport,
  listSelections,
  createSelection,
  getSelection,
  listSelectionRows,
  runSelection,
  stopSelection,
  listInvitations,
  invite,
  checkInvitations,
  getInvitation,
  ...invitationWrites,
  listInvitationActivity,
  getInvitationSettings,
  listRoles,
  listTeams,
  listPermissions,
  listEvents,
}
