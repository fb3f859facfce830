import { defineMessages } from './define-messages.ts'

/** The messages of emails, in three forms: the subject, the text part and HTML. */
export const emailMessages = defineMessages('email', {
  subject: '{inviter} invited you to {workspace}',
  subjectAlone: 'You are invited to {workspace}',
  title: 'Join {workspace}',
  invited: '{inviter} invited you to {workspace}.',
  invitedAlone: 'You are invited to {workspace}.',
  joinAs: 'You join as {roleName}.',
  joinAsIn: {
    one: 'You join as {roleName}, in the {team} {teamNames}.',
    other: 'You join as {roleName}, in the {teams} {teamNames}.',
  },
  moreTeams: { one: '{count} more', other: '{count} more' },
  writes: '{inviter} writes:',
  message: 'A message for you:',
  button: 'Join {workspace}',
  buttonUntil: 'The button works once, until {expiry}. If it doesn’t open, copy this address:',
  buttonOnce: 'The button works once. If it doesn’t open, copy this address:',
  linkUntil: 'Open this link to join. It works once, until {expiry}:',
  linkOnce: 'Open this link to join. It works once:',
  unexpectedButton: 'Not expecting this? Then do nothing: you join only if you press the button.',
  unexpectedLink: 'Not expecting this? Then do nothing: you join only if you open the link and press Join.',
  reason: 'Sent by {workspace} because {inviter} entered your address.',
  reasonAlone: 'Sent by {workspace} because someone entered your address.',
})
