import { defineMessages } from './define-messages.ts'

/** The messages of `UsersTable`. */
export const usersTableMessages = defineMessages('usersTable', {
  label: '{Users}',
  columns: {
    user: '{User}',
    role: '{Role}',
    teams: '{Teams}',
    lastActive: 'Last active',
    joined: 'Joined',
  },
  you: 'You',
  changed: 'Changed',
  viaRole: 'via {role}',
  viaRoleReason: 'Everyone with the {role} {roleName} is in this {team}.',
  moreTeams: { one: '{count} more {team}', other: '{count} more {teams}' },
  alsoIn: 'Also in',
  noTeams: 'Not in any {team}',
  editTeams: 'Edit {teams} of {name}',
  unknownRole: 'Unknown {role}',
  unknown: 'Unknown',
  unnamed: 'No name',
  selectAllWaits: 'Wait until the {users} are shown, then select all of them.',
  rangeTooLong: 'Select up to 5,000 {users} in one go. Use a filter, then select all of them.',
  open: 'Open {name}',
  presence: { online: 'Online', away: 'Away', offline: 'Offline' },
  empty: {
    title: 'No {users} yet',
    text: 'People who can sign in to {companyName} show up here.',
  },
})
