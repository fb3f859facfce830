import type { UsersSettingsView } from '@aicx/roster'
import { parseUsersViewJSON } from '@aicx/roster/contract'

/** Reads the view of the settings from an address's query string. */
export function readView(query: string): UsersSettingsView {
  const parameters = new URLSearchParams(query)
  const tab = parameters.get('tab')
  return {
    tab: tab === 'invitations' || tab === 'idleLogout' ? tab : 'users',
    users: parseUsersViewJSON({
      search: parameters.get('search'),
      sort: parameters.get('sort'),
      roleIds: parameters.getAll('role'),
      teamIds: parameters.getAll('team'),
      openUserId: parameters.get('user'),
    }),
  }
}

/** Returns the query string of a view, with its question mark, or an empty string. */
export function writeView({ tab = 'users', users = {} }: UsersSettingsView): string {
  const parameters = new URLSearchParams()
  if (tab !== 'users') parameters.set('tab', tab)
  if (users.search) parameters.set('search', users.search)
  if (users.sort) parameters.set('sort', users.sort)
  for (const id of users.roleIds ?? []) parameters.append('role', id)
  for (const id of users.teamIds ?? []) parameters.append('team', id)
  if (users.openUserId) parameters.set('user', users.openUserId)
  return parameters.size > 0 ? `?${parameters}` : ''
}
