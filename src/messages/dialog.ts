import { defineMessages } from './define-messages.ts'

/** The messages of every dialog. */
export const dialogMessages = defineMessages('dialog', {
  close: 'Close',
  cancel: 'Cancel',
  loadFailed: 'This window couldn’t be loaded. Check your connection and try again.',
})
