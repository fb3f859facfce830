import { usersSettingsMessages } from '../../messages/users-settings.ts'
import { usersTableMessages } from '../../messages/users-table.ts'
import { IconButton } from '../../primitives/icon-button/IconButton.tsx'
import { Menu } from '../../primitives/menu/Menu.tsx'
import { MenuCheckboxItem } from '../../primitives/menu/MenuCheckboxItem.tsx'
import { MenuRule } from '../../primitives/menu/MenuRule.tsx'
import { MenuSegments } from '../../primitives/menu/MenuSegments.tsx'
import { MenuTitle } from '../../primitives/menu/MenuTitle.tsx'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import type { UsersTableColumn, UsersTableCustomColumn } from '../users-table/users-columns.tsx'

/** What the table shows, and how close. */
export interface UsersOptionsProps {
  hiddenColumns: readonly UsersTableColumn[] | undefined
  onHiddenColumnsChange: ((columns: UsersTableColumn[]) => void) | undefined
  /** The host's own columns. */
  customColumns?: readonly UsersTableCustomColumn[] | undefined
  /** @default 'cosy' */
  density: 'cosy' | 'compact' | undefined
  onDensityChange: ((density: 'cosy' | 'compact') => void) | undefined
}

const ours = ['role', 'teams', 'lastActive', 'joined'] as const

/** The menu at the end of the toolbar. */
export function UsersOptions(props: UsersOptionsProps) {
  const { hiddenColumns = [], onHiddenColumnsChange, customColumns = [], density = 'cosy' } = props
  const { onDensityChange } = props
  const t = useMessages(usersSettingsMessages).toolbar
  const headers = useMessages(usersTableMessages).columns
  if (!onHiddenColumnsChange && !onDensityChange) return null
  const columns = [...ours.map((id) => ({ id, header: headers[id] })), ...customColumns]
  return (
    <Menu
      label={t.options}
      align="end"
      trigger={(trigger) => <IconButton icon="more" label={t.options} {...trigger} />}
    >
      {onHiddenColumnsChange && (
        <>
          <MenuTitle>{t.columns}</MenuTitle>
          {columns.map(({ id, header }) => (
            <MenuCheckboxItem
              key={id}
              checked={!hiddenColumns.includes(id)}
              onCheckedChange={(shown) => {
                const others = hiddenColumns.filter((hidden) => hidden !== id)
                onHiddenColumnsChange(shown ? others : [...others, id])
              }}
            >
              {header}
            </MenuCheckboxItem>
          ))}
        </>
      )}
      {onHiddenColumnsChange && onDensityChange && <MenuRule />}
      {onDensityChange && (
        <MenuSegments
          label={t.density}
          options={[
            { value: 'cosy', label: t.cosy },
            { value: 'compact', label: t.compact },
          ]}
          value={density}
          onValueChange={onDensityChange}
        />
      )}
    </Menu>
  )
}
