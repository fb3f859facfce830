import { usersSettingsMessages } from '../../messages/users-settings.ts'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import { Select } from '../../primitives/select/Select.tsx'

/** The order of a list, for containers that are too narrow for table heads. */
export interface SortSelectProps {
  options: readonly { value: string; label: string }[]
  value: string
  onValueChange: (value: string) => void
}

/** Chooses the order of the list. */
export function SortSelect({ options, value, onValueChange }: SortSelectProps) {
  const t = useMessages(usersSettingsMessages).toolbar
  return (
    <div className="roster-list-sort">
      <Select label={t.sortBy} options={options} value={value} onValueChange={onValueChange} />
    </div>
  )
}
