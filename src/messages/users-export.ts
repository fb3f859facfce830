import { defineMessages } from './define-messages.ts'

/** The messages of the export of users. */
export const usersExportMessages = defineMessages('usersExport', {
  fileName: '{users}',
  columns: { name: 'Name', email: 'Email' },
  waits: 'Wait until the {users} are shown, then export them.',
  running: 'Exporting {users}',
  progress: '{rows} of {total}',
  rows: { one: '{count} {user}', other: '{count} {users}' },
  cancel: 'Cancel',
  cancelLabel: 'Cancel the export',
  saved: { one: '{count} {user} exported', other: '{count} {users} exported' },
  downloading: {
    one: 'Your browser is saving {count} {user}.',
    other: 'Your browser is saving {count} {users}.',
  },
  ifNothing: 'If no file appears, open this page in its own tab and export again.',
  incomplete: 'Incomplete: {rows} of {total}.',
  incompleteWithoutTotal: 'The file is incomplete.',
  nothingSaved: 'Nothing was saved.',
  failed: 'The export failed.',
  again: 'Export again',
  dismiss: 'Dismiss',
})
