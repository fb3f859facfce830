import type { Handlers } from '../http/call.ts'
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
import { userWrites } from './user-writes.ts'

/** A handler for each operation of the contract. An operation without one does not compile. */
export const handlers: Handlers = {
  signIn,
  signOut,
  listCompanies,
  getSession,
  listUsers,
  getUser,
  ...userWrites,
  listUserActivity,
  listRoles,
  listTeams,
  listPermissions,
  listEvents,
}
