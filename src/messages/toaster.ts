import { defineMessages } from './define-messages.ts'

/** The messages around toasts. */
export const toasterMessages = defineMessages('toaster', {
  label: 'Notifications',
  dismiss: 'Dismiss',
})
