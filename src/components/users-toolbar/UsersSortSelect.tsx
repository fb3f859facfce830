import type { UsersSort } from '../../contract/users-query.ts'
import { usersSettingsMessages } from '../../messages/users-settings.ts'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import { Select } from '../../primitives/select/Select.tsx'

/** The order of the list, for containers that are too narrow for table heads. */
export interface UsersSortSelectProps {
  /** @default 'name' */
  sort?: UsersSort | undefined
  /** What the backend can sort by. @default all */
  sorts?: readonly string[] | undefined
  /** Omit it and the select isn't rendered. */
  onSortChange?: ((sort: UsersSort) => void) | undefined
}

const orders = ['name', '-name', '-lastActive', 'lastActive', '-joined', 'joined'] as const

/** Chooses the order of the list. */
export function UsersSortSelect({ sort = 'name', sorts, onSortChange }: UsersSortSelectProps) {
  const t = useMessages(usersSettingsMessages).toolbar
  const offered = orders.filter((order) => sorts?.includes(keyOf(order)) ?? true)
  if (!onSortChange || offered.length === 0) return null
  return (
    <div className="roster-users-sort">
      <Select
        label={t.sortBy}
        options={offered.map((order) => ({ value: order, label: t.sorts[order] }))}
        value={sort}
        onValueChange={(value) => onSortChange(value as UsersSort)}
      />
    </div>
  )
}

const keyOf = (sort: UsersSort) => sort.replace('-', '')
