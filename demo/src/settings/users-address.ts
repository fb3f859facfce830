import type { UsersSettingsView } from '@aicx/roster'
import { parseInvitationsViewJSON, parseUsersViewJSON } from '@aicx/roster/contract'

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
    invitations: parseInvitationsViewJSON({
      search: parameters.get('invited'),
      sort: parameters.get('invited-sort'),
      roleIds: parameters.getAll('invited-role'),
      teamIds: parameters.getAll('invited-team'),
      statuses: parameters.getAll('invited-status'),
      deliveries: parameters.getAll('invited-delivery'),
      invitedBy: parameters.getAll('invited-by'),
      openInvitationId: parameters.get('invitation'),
    }),
  }
}

/** Returns the query string of a view, with its question mark, or an empty string. */
export function writeView({ tab = 'users', users = {}, invitations = {} }: UsersSettingsView): string {
  const parameters = new URLSearchParams()
  const write = (name: string, values: readonly (string | undefined)[] = []) => {
    for (const value of values) if (value) parameters.append(name, value)
  }
  if (tab !== 'users') parameters.set('tab', tab)
  write('search', [users.search])
  write('sort', [users.sort])
  write('role', users.roleIds)
  write('team', users.teamIds)
  write('user', [users.openUserId])
  write('invited', [invitations.search])
  write('invited-sort', [invitations.sort])
  write('invited-role', invitations.roleIds)
  write('invited-team', invitations.teamIds)
  write('invited-status', invitations.statuses)
  write('invited-delivery', invitations.deliveries)
  write('invited-by', invitations.invitedBy)
  write('invitation', [invitations.openInvitationId])
  return parameters.size > 0 ? `?${parameters}` : ''
}
