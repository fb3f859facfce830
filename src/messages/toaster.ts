import { defineMessages } from './define-messages.ts'

/** What the toaster says around its toasts. */
export const toasterMessages = defineMessages('toaster', {
  label: 'Notifications',
  dismiss: 'Dismiss',
})
