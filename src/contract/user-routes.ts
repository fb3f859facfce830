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
import { userWriteRoutes } from './user-write-routes.ts'
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
  ...userWriteRoutes,
  listUserActivity: {
    method: 'GET',
    path: '/users/{id}/activity',
    summary: 'What was done to a user, newest first',
    access: manageUsers,
    query: activityParametersShape,
    answer: activityListShape,
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
