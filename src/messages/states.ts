import { defineMessages } from './define-messages.ts'

/** The messages of empty, failed and stale views. */
export const statesMessages = defineMessages('states', {
  tryAgain: 'Try again',
  request: 'Request {id}',
  copyRequest: 'Copy request id',
})
