import * as v from 'valibot'
import { activityListShape } from './activity.ts'
import { exportStateShape } from './exports.ts'
import {
  activityParametersShape,
  exportRequestShape,
  userIdsParametersShape,
  usersParametersShape,
} from './requests.ts'
import { manageUsers, noQuery, type Route } from './route.ts'
import { userIdWindowShape, userWindowShape } from './user-windows.ts'
import { deletedUserShape, endedSessionsShape, roleChangeShape, teamsChangeShape } from './user-writes.ts'
import { userShape } from './users.ts'

/** The users of a company. */
export const userRoutes = {
  listUsers: {
    method: 'GET',
    path: '/users',
    summary: 'A window of users, or only of their ids with `fields=id`',
    access: manageUsers,
    query: v.union([usersParametersShape, userIdsParametersShape]),
    answer: v.union([userWindowShape, userIdWindowShape]),
  },
  getUser: {
    method: 'GET',
    path: '/users/{id}',
    summary: 'One user',
    access: manageUsers,
    query: noQuery,
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
    summary: 'End all of a user’s sessions in the company; for the viewer, all but this one',
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
    summary: 'Delete a user. What they wrote stays',
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
    query: noQuery,
    answer: exportStateShape,
  },
} as const satisfies Record<string, Route>
