import { defineMessages } from './define-messages.ts'

/** The messages of fields, chips and menus. */
export const fieldsMessages = defineMessages('fields', {
  clearSearch: 'Clear search',
  optional: 'Optional',
  choose: 'Choose',
  chosen: { one: '{count} chosen', other: '{count} chosen' },
  clear: 'Clear',
  nothingFound: 'Nothing found',
  more: { one: '{count} more. Search to find it.', other: '{count} more. Search to find them.' },
  remove: 'Remove {name}',
  copy: 'Copy',
  copied: 'Copied',
  showPassword: 'Show password',
  copyFailed: 'Couldn’t copy. Select the text and copy it yourself.',
})
