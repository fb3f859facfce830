import { defineMessages } from './define-messages.ts'

/** The messages of a running export of users. They load with its bar. */
export const usersExportBarMessages = defineMessages('usersExport', {
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
