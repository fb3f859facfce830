import { defineMessages } from './define-messages.ts'

/** Compact relative times. */
export const timeMessages = defineMessages('time', {
  now: 'Now',
  minutesAgo: { one: '{count} min ago', other: '{count} min ago' },
  hoursAgo: { one: '{count} h ago', other: '{count} h ago' },
  yesterday: 'Yesterday',
  daysAgo: { one: '{count} day ago', other: '{count} days ago' },
  never: 'Never',
})
