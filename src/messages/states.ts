import { defineMessages } from './define-messages.ts'

/** What empty, failed and stale views say. */
export const statesMessages = defineMessages('states', {
  tryAgain: 'Try again',
  request: 'Request {id}',
  copyRequest: 'Copy request id',
})
