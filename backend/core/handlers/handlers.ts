import type { OperationId } from '../../../src/contract/routes.ts'
import type { Handler } from '../http/call.ts'
import { changeUserRole } from './change-user-role.ts'
import { changeUserTeams } from './change-user-teams.ts'
import { endUserSessions } from './end-user-sessions.ts'
import { getSession } from './get-session.ts'
import { getUser } from './get-user.ts'
import { listCompanies } from './list-companies.ts'
import { listEvents } from './list-events.ts'
import { listPermissions } from './list-permissions.ts'
import { listRoles } from './list-roles.ts'
import { listTeams } from './list-teams.ts'
import { listUserActivity } from './list-user-activity.ts'
import { listUsers } from './list-users.ts'
import { signIn } from './sign-in.ts'
import { signOut } from './sign-out.ts'

/** Who answers which operation of the contract; one without a handler does not compile. */
export const handlers: { [Operation in OperationId]: Handler<Operation> } = {
  signIn,
  signOut,
  listCompanies,
  getSession,
  listUsers,
  getUser,
  changeUserRole,
  changeUserTeams,
  endUserSessions,
  listUserActivity,
  listRoles,
  listTeams,
  listPermissions,
  listEvents,
}
