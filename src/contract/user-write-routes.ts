import { manageUsers, type Route } from './route.ts'
import { userActs } from './user-acts.ts'
import { deletedUserShape, endedSessionsShape, roleChangeShape, teamsChangeShape } from './user-writes.ts'
import { userShape } from './users.ts'

/** What the writes to one user return, by the method of the port that sends them. */
export const userWriteAnswers = {
  'users.changeRole': userShape,
  'users.changeTeams': userShape,
  'users.endSessions': endedSessionsShape,
  'users.delete': deletedUserShape,
}

/** The writes to one user. */
export const userWriteRoutes = {
  changeUserRole: {
    ...userActs.changeRole,
    summary: 'Change the role of a user',
    access: manageUsers,
    intent: true,
    versioned: true,
    rules: ['role_not_found', 'role_exceeds_yours', 'last_admin'],
    body: roleChangeShape,
    answer: userWriteAnswers['users.changeRole'],
  },
  changeUserTeams: {
    ...userActs.changeTeams,
    summary: 'Add a user to teams and remove them from others',
    access: manageUsers,
    intent: true,
    rules: ['team_not_found', 'role_exceeds_yours', 'via_role'],
    body: teamsChangeShape,
    answer: userWriteAnswers['users.changeTeams'],
  },
  endUserSessions: {
    ...userActs.endSessions,
    summary: 'End all of a user’s sessions in the company; for the viewer, all but this one',
    access: manageUsers,
    intent: true,
    rules: ['role_exceeds_yours'],
    answer: userWriteAnswers['users.endSessions'],
  },
  deleteUser: {
    method: 'DELETE',
    path: '/users/{id}',
    summary: 'Delete a user. What they wrote stays',
    access: manageUsers,
    intent: true,
    rules: ['self', 'role_exceeds_yours', 'last_admin'],
    answer: userWriteAnswers['users.delete'],
  },
} as const satisfies Record<string, Route>
