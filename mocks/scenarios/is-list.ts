import { isUsersList } from './is-users-list.ts'

/** Whether a request is for a list of users or of invitations. */
export const isList = (request: Request): boolean =>
  isUsersList(request) ||
  (request.method === 'GET' && new URL(request.url).pathname.endsWith('/v1/invitations'))
