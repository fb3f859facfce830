import { defineMessages } from './define-messages.ts'

/** The messages of `UserPanel` that are needed before its content is loaded. */
export const userPanelFrameMessages = defineMessages('userPanel', {
  place: '{index} of {total}',
  previous: 'Previous {user}',
  next: 'Next {user}',
  close: 'Close',
  loading: 'Loading {user}',
  error: 'The {user} couldn’t be loaded',
  detailsFailed: '{name}’s details couldn’t be loaded',
  role: { title: '{Role}' },
  teams: { title: '{Teams}' },
})
