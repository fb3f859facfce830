import { usersSettingsMessages } from '../../messages/users-settings.ts'
import { usersTableMessages } from '../../messages/users-table.ts'
import { IconButton } from '../../primitives/icon-button/IconButton.tsx'
import { Menu } from '../../primitives/menu/Menu.tsx'
import { MenuCheckboxItem } from '../../primitives/menu/MenuCheckboxItem.tsx'
import { MenuItem } from '../../primitives/menu/MenuItem.tsx'
import { MenuRule } from '../../primitives/menu/MenuRule.tsx'
import { MenuSegments } from '../../primitives/menu/MenuSegments.tsx'
import { MenuTitle } from '../../primitives/menu/MenuTitle.tsx'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import type { UsersTableColumn, UsersTableCustomColumn } from '../users-table/users-columns.tsx'

/** Props of {@link UsersOptions}: columns, density and more. */
export interface UsersOptionsProps {
  hiddenColumns: readonly UsersTableColumn[] | undefined
  onHiddenColumnsChange: ((columns: UsersTableColumn[]) => void) | undefined
  /** Our columns that the backend has no data for. They aren't offered. */
  unknownColumns?: readonly UsersTableColumn[] | undefined
  /** The host's own columns. */
  customColumns?: readonly UsersTableCustomColumn[] | undefined
  /** @default 'cosy' */
  density: 'cosy' | 'compact' | undefined
  onDensityChange: ((density: 'cosy' | 'compact') => void) | undefined
  /** Called by *Export CSV*, inside the click. Omit it and the item isn't rendered. */
  onExport?: (() => void) | undefined
  /** Why the list can't be exported now. */
  exportReason?: string | undefined
  /** How many users the file will have. */
  exportCount?: number | undefined
  /** Opens *Recent changes*. Omit it and the item isn't rendered. */
  onShowRecent?: (() => void) | undefined
  /** Beside it, such as how many are paused. */
  recentNote?: string | undefined
}

const ours = ['role', 'teams', 'lastActive', 'joined'] as const

/** The menu at the end of the toolbar. */
export function UsersOptions(props: UsersOptionsProps) {
  const { hiddenColumns = [], onHiddenColumnsChange, customColumns = [], density = 'cosy' } = props
  const {
    unknownColumns = [],
    onDensityChange,
    onExport,
    exportReason,
    exportCount,
    onShowRecent,
    recentNote,
  } = props
  const t = useMessages(usersSettingsMessages).toolbar
  const headers = useMessages(usersTableMessages).columns
  const hasLook = onHiddenColumnsChange !== undefined || onDensityChange !== undefined
  if (!hasLook && !onExport && !onShowRecent) return null
  const known = ours.filter((id) => !unknownColumns.includes(id))
  const columns = [...known.map((id) => ({ id, header: headers[id] })), ...customColumns]
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
      {hasLook && (onExport || onShowRecent) && <MenuRule />}
      {onExport && (
        <MenuItem
          icon="download"
          reason={exportReason}
          end={exportCount === undefined ? undefined : t.count({ count: exportCount })}
          onSelect={onExport}
        >
          {t.exportCsv}
        </MenuItem>
      )}
      {onShowRecent && (
        <MenuItem icon="history" end={recentNote} onSelect={onShowRecent}>
          {t.recentChanges}
        </MenuItem>
      )}
    </Menu>
  )
}
