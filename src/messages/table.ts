import { defineMessages } from './define-messages.ts'

/** The messages of every table. */
export const tableMessages = defineMessages('table', {
  selectAll: 'Select all',
  selectRow: 'Select {name}',
  loading: 'Loading',
  unreadable: 'This row can’t be shown',
  paging: {
    label: 'Pages',
    range: '{from}–{to} of {total}',
    rangeAtLeast: '{from}–{to} of {total} or more',
    previous: 'Previous page',
    next: 'Next page',
    size: 'Rows per page',
    moved: '{name} is on another page now',
  },
})
