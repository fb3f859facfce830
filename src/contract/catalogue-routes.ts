import { eventListShape, eventShape } from './events.ts'
import { permissionListShape } from './permissions.ts'
import { eventsParametersShape } from './requests.ts'
import { roleListShape } from './roles.ts'
import { manageUsers, noQuery, type Route } from './route.ts'
import { teamListShape } from './teams.ts'

/** Roles, teams and permissions of a company, and its change log. */
export const catalogueRoutes = {
  listRoles: {
    method: 'GET',
    path: '/roles',
    summary: 'All roles',
    access: manageUsers,
    query: noQuery,
    answer: roleListShape,
  },
  listTeams: {
    method: 'GET',
    path: '/teams',
    summary: 'All teams',
    access: manageUsers,
    query: noQuery,
    answer: teamListShape,
  },
  listPermissions: {
    method: 'GET',
    path: '/permissions',
    summary: 'All permissions',
    access: manageUsers,
    query: noQuery,
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
