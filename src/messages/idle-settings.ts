import { defineMessages } from './define-messages.ts'

/** The messages of the Idle logout tab. */
export const idleSettingsMessages = defineMessages('idleSettings', {
  lead: {
    on: {
      one: '{Users} of {companyName} are logged out after {limit} without activity.',
      other: '{Users} of {companyName} are logged out after {limit} without activity.',
    },
    onWithoutName: {
      one: '{Users} are logged out after {limit} without activity.',
      other: '{Users} are logged out after {limit} without activity.',
    },
    off: '{Users} of {companyName} {stay}, however long they are inactive.',
    offWithoutName: '{Users} {stay}, however long they are inactive.',
    stay: 'stay logged in',
  },
  minutes: { one: '{count} minute', other: '{count} minutes' },
  off: 'Off',
  enabled: 'Log out inactive {users} automatically',
  enabledNote: 'Someone who does nothing is warned first, then logged out in every tab of that browser.',
  after: 'Log out after',
  current: 'Current',
  notes: {
    10: 'For shared desks, counters and public places.',
    15: 'For most {teams}. The longest that PCI DSS 8.2.8 allows.',
    30: 'For long calls and research. Too long for PCI DSS.',
  },
  hold: 'Let a call or an upload hold the logout',
  holdNote:
    'The clock stops while one of them runs, for 60 minutes at most. Each time is listed in the activity.',
  affects: 'Who it affects',
  signedIn: { one: '{count} session is signed in now.', other: '{count} sessions are signed in now.' },
  warnedFirst: {
    one: 'Applies immediately: {count} of them has been inactive for longer and is warned first.',
    other: 'Applies immediately: {count} of them have been inactive for longer and are warned first.',
  },
  fewReports: {
    one: '{reporting} of {count} session has reported activity.',
    other: '{reporting} of {count} sessions have reported activity.',
  },
  fewReportsText: {
    one: 'The other {count} would be logged out while people work. Add {guard} to every page.',
    other: 'The other {count} would be logged out while people work. Add {guard} to every page.',
  },
  noReports: {
    one: 'The open session hasn’t reported activity.',
    other: 'None of the {count} sessions has reported activity.',
  },
  noReportsText: {
    one: 'It would be logged out while its person works. Add {guard} to every page.',
    other: 'All {count} would be logged out while people work. Add {guard} to every page.',
  },
  preview: 'Preview the warning',
  previewNote: 'This is a preview. Nobody is logged out.',
  changedBy: 'Last changed by {name} on {date}',
  changedByYou: 'Last changed by you on {date}',
  someone: 'someone who was deleted',
  unsaved: 'Not saved',
  unsavedLabel: 'Unsaved change',
  change: '{before} → {after}',
  holdOn: 'Holds allowed',
  holdOff: 'Holds not allowed',
  discard: 'Discard',
  save: 'Save',
  saved: 'Idle logout saved',
  failed: 'Idle logout couldn’t be saved',
  readOnly: 'You can see this setting, but not change it.',
  conflict: {
    title: 'Someone else has changed idle logout',
    theirs: 'Theirs: {value}',
    yours: 'Yours: {value}',
    keepTheirs: 'Use theirs',
    saveMine: 'Save mine',
  },
  leave: {
    title: 'Leave without saving?',
    text: 'Your change of idle logout is lost.',
    confirm: 'Discard change',
    cancel: 'Keep editing',
  },
  loading: 'Loading idle logout',
  loadFailed: 'Idle logout couldn’t be loaded',
})
