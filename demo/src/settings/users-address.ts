import { parseUsersView, type UsersSettingsView } from '@aicx/roster'

/** What the query string of an address says of the settings. */
export function readView(query: string): UsersSettingsView {
  const parameters = new URLSearchParams(query)
  const { defaultQuery, defaultOpenUserId } = parseUsersView({
    search: parameters.get('search'),
    sort: parameters.get('sort'),
    roleIds: parameters.getAll('role'),
    teamIds: parameters.getAll('team'),
    openUserId: parameters.get('user'),
  })
  return { users: { ...defaultQuery, openUserId: defaultOpenUserId ?? undefined } }
}

/** The query string of a view, with its question mark; empty where it says nothing. */
export function writeView({ users = {} }: UsersSettingsView): string {
  const parameters = new URLSearchParams()
  if (users.search) parameters.set('search', users.search)
  if (users.sort) parameters.set('sort', users.sort)
  for (const id of users.roleIds ?? []) parameters.append('role', id)
  for (const id of users.teamIds ?? []) parameters.append('team', id)
  if (users.openUserId) parameters.set('user', users.openUserId)
  return parameters.size > 0 ? `?${parameters}` : ''
}
