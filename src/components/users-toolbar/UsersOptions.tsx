import { memo } from 'react'
import { usersSettingsMessages } from '../../messages/users-settings.ts'
import { usersTableMessages } from '../../messages/users-table.ts'
import { MenuItem } from '../../primitives/menu/MenuItem.tsx'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import { ListOptions } from '../list-toolbar/ListOptions.tsx'
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

/** The menu at the end of the toolbar. It doesn't render when only the search or the count changes. */
export const UsersOptions = memo(function UsersOptions(props: UsersOptionsProps) {
  const { unknownColumns = [], customColumns = [], onExport, exportReason, exportCount } = props
  const { onShowRecent, recentNote, hiddenColumns, onHiddenColumnsChange, density, onDensityChange } = props
  const t = useMessages(usersSettingsMessages).toolbar
  const headers = useMessages(usersTableMessages).columns
  const known = ours.filter((id) => !unknownColumns.includes(id))
  return (
    <ListOptions
      hiddenColumns={hiddenColumns}
      onHiddenColumnsChange={onHiddenColumnsChange}
      density={density}
      onDensityChange={onDensityChange}
      columns={[...known.map((id) => ({ id, header: headers[id] })), ...customColumns]}
    >
      {(onExport || onShowRecent) && (
        <>
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
        </>
      )}
    </ListOptions>
  )
})
