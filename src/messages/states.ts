import { defineMessages } from './define-messages.ts'

/** The messages of empty, failed and stale views. */
export const statesMessages = defineMessages('states', {
  tryAgain: 'Try again',
  request: 'Request {id}',
  copyRequest: 'Copy request id',
  part: {
    loadFailed: 'Part of the page didn’t load. Nothing has changed.',
    loadFailedBesideList: 'Part of the page didn’t load. Nothing has changed, and the list still works.',
    crashed: 'Something went wrong while showing this.',
    crashedBesideList: 'Something went wrong while showing this. The list still works.',
    retryFailed: 'Trying again didn’t help. Reload the page to get its latest version.',
    reload: 'Reload the page',
  },
})
