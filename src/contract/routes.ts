import * as v from 'valibot'
import { eventListShape } from './events.ts'
import { permissionListShape } from './permissions.ts'
import {
  eventsParametersShape,
  signInShape,
  userIdsParametersShape,
  usersParametersShape,
} from './requests.ts'
import { roleListShape } from './roles.ts'
import { companyListShape, sessionShape } from './session.ts'
import { teamListShape } from './teams.ts'
import { userIdWindowShape, userWindowShape } from './user-windows.ts'
import { userShape } from './users.ts'

/**
 * Who may call: anyone, a signed-in account, a user of the named company, or one who holds a permission there.
 * The backend checks it before the handler, so that a route cannot forget to.
 */
export type Access = 'public' | 'account' | 'user' | { permission: string }

/** An operation of the HTTP API. */
export interface Route {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Under `/v1`; parameters in braces, as OpenAPI writes them. */
  path: string
  summary: string
  access: Access
  query?: v.GenericSchema
  body?: v.GenericSchema
  /** The answer's body; without one the answer is 204. */
  answer?: v.GenericSchema
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
    summary: 'Changes since a revision',
    access: manageUsers,
    query: eventsParametersShape,
    answer: eventListShape,
  },
} as const satisfies Record<string, Route>

/** The name of an operation. */
export type OperationId = keyof typeof routes
