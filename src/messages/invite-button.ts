import { defineMessages } from './define-messages.ts'

/** The messages of the button that opens *Invite user*. Those of the dialog load with it. */
export const inviteButtonMessages = defineMessages('inviteUser', {
  open: 'Invite {user}',
  loading: 'This isn’t loaded yet.',
  noPermission:
    'You can’t invite {users}. This needs the permission {permission}; one of your {admins} can give it to you.',
  seatsFull: {
    one: 'The only seat is taken. Delete {users} or {invitations} to free it.',
    other: 'All {count} seats are taken. Delete {users} or {invitations} to free one.',
  },
})
