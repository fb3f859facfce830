import { defineMessages } from './define-messages.ts'

/** The messages of every dialog. */
export const dialogMessages = defineMessages('dialog', {
  close: 'Close',
  cancel: 'Cancel',
  failed: 'This window couldn’t be opened',
})
