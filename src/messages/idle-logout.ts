import { defineMessages } from './define-messages.ts'

/** The messages of the warning before an idle logout, and of the cover after it. */
export const idleLogoutMessages = defineMessages('idleLogout', {
  warning: {
    title: 'Still there?',
    text: 'You’ll be logged out in',
    inactive: {
      one: 'You’ve been inactive for {count} minute.',
      other: 'You’ve been inactive for {count} minutes.',
    },
    limit: {
      one: '{companyName} logs out after {count} minute.',
      other: '{companyName} logs out after {count} minutes.',
    },
    limitWithoutName: {
      one: 'You’re logged out after {count} minute.',
      other: 'You’re logged out after {count} minutes.',
    },
    stay: 'Stay logged in',
    trying: 'The connection doesn’t work. Trying again…',
    logOut: 'Log out now',
    documentTitle: '{time} until logout',
    left: {
      one: 'You’ll be logged out in {count} second.',
      other: 'You’ll be logged out in {count} seconds.',
    },
  },
  absolute: {
    title: 'Time to sign in again',
    text: 'For your security, this session ends in',
    note: 'Save what you’re working on. You can sign in again right away.',
    goOn: 'Back to my work',
  },
  work: {
    of: '{done} of {total}',
    delete: 'Still deleting {users}',
    changeRole: 'Still changing {roles}',
    changeTeams: 'Still changing {teams}',
    resend: 'Still resending {invitations}',
    undo: 'Still undoing changes',
    invite: 'Still inviting {users}',
    unnamed: '{label} is still running',
    pauses: 'It pauses when you’re logged out.',
    deletingPauses: 'Deleting pauses when you’re logged out.',
    canContinue: 'You can continue it when you sign in again.',
  },
  cover: {
    asking: 'Checking if you’re still logged in',
    askingText: 'If you are, your page comes back.',
    askingBound: 'This takes 10 seconds at most.',
    askingLabel: 'Checking',
    offline: 'You’re offline. Waiting for the connection.',
    title: 'You were logged out',
    signIn: 'Sign in again',
    reasons: {
      idle: {
        one: 'You were inactive for {count} minute.',
        other: 'You were inactive for {count} minutes.',
      },
      idleUncounted: 'You were inactive for too long.',
      expired: 'Your session has reached its time limit.',
      revoked: 'Your session was ended elsewhere.',
      signed_out: 'You logged out in this browser.',
      session_changed: 'Someone else has signed in in this browser.',
    },
  },
})
