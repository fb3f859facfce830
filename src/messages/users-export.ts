import { defineMessages } from './define-messages.ts'

/** The messages with which an export of users begins. */
export const usersExportMessages = defineMessages('usersExport', {
  fileName: '{users}',
  columns: { name: 'Name', email: 'Email' },
  waits: 'Wait until the {users} are shown, then export them.',
})
