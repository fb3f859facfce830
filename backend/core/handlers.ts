import type { OperationId } from '../../src/contract/routes.ts'
import { changeUserRole } from './handlers/change-user-role.ts'
import { changeUserTeams } from './handlers/change-user-teams.ts'
import { endUserSessions } from './handlers/end-user-sessions.ts'
import { getSession } from './handlers/get-session.ts'
import { getUser } from './handlers/get-user.ts'
import { listCompanies } from './handlers/list-companies.ts'
import { listEvents } from './handlers/list-events.ts'
import { listPermissions } from './handlers/list-permissions.ts'
import { listRoles } from './handlers/list-roles.ts'
import { listTeams } from './handlers/list-teams.ts'
import { listUserActivity } from './handlers/list-user-activity.ts'
import { listUsers } from './handlers/list-users.ts'
import { signIn } from './handlers/sign-in.ts'
import { signOut } from './handlers/sign-out.ts'
import type { Handler } from './http/call.ts'

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
