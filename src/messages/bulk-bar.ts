import { defineMessages } from './define-messages.ts'

/** The messages of `BulkBar`. */
export const bulkBarMessages = defineMessages('bulkBar', {
  label: 'Selection',
  selected: { one: '{count} selected', other: '{count} selected' },
  allSelected: {
    one: 'The one that matches is selected',
    other: 'All {count} that match are selected',
  },
  selectedElsewhere: {
    one: '{count} selected, {elsewhere} from another search',
    other: '{count} selected, {elsewhere} from another search',
  },
  changeRole: 'Change {role}',
  addToTeam: 'Add to {team}',
  removeFromTeam: 'Remove from {team}',
  deleteUsers: 'Delete {users}',
  more: 'More actions',
  clear: 'Clear',
  clearLabel: 'Clear selection',
  escape: 'Esc',
})
