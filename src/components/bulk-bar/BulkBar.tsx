import { type ComponentPropsWithoutRef, forwardRef } from 'react'
import { type LoadedList, loadedRows } from '../../base/list-state.ts'
import type { Role } from '../../contract/roles.ts'
import type { Team } from '../../contract/teams.ts'
import { bulkBarMessages } from '../../messages/bulk-bar.ts'
import { Button } from '../../primitives/button/Button.tsx'
import { DockBar } from '../../primitives/dock-bar/DockBar.tsx'
import { classNames } from '../../primitives/element/class-names.ts'
import { Icon } from '../../primitives/icon/Icon.tsx'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import { BulkMenu } from './BulkMenu.tsx'
import { BulkMore } from './BulkMore.tsx'
import type { BulkBarAction } from './bulk-action.ts'
import { bulkMenus } from './bulk-menus.ts'

/** What can be done with a selection. Omit a callback and its button isn't rendered. */
export interface BulkBarActions {
  /** The roles to choose from, for `onChangeRole`. */
  roles?: LoadedList<Role> | undefined
  /** The teams to choose from, for `onAddToTeam` and `onRemoveFromTeam`. */
  teams?: LoadedList<Team> | undefined
  /** Called with the id of the role that was chosen. */
  onChangeRole?: ((roleId: string) => void) | undefined
  /** Called with the id of the team that the selected users are to join. */
  onAddToTeam?: ((teamId: string) => void) | undefined
  /** Called with the id of the team that the selected users are to leave. */
  onRemoveFromTeam?: ((teamId: string) => void) | undefined
  /** The label of the button that deletes. @default 'Delete users' */
  deleteLabel?: string | undefined
  /** A shorter one for narrow containers. */
  deleteShortLabel?: string | undefined
  /** Called when *Delete users* is pressed, before any confirmation. */
  onDeleteUsers?: (() => void) | undefined
  /** Your own actions. */
  actions?: readonly BulkBarAction[] | undefined
}

/** Props of {@link BulkBar}. */
export interface BulkBarProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children'>, BulkBarActions {
  /** How many are selected. */
  count: number
  /** Whether all rows that match are selected, without exceptions. @default false */
  isAll?: boolean
  /** How many of them were selected under another search or other filters. @default 0 */
  elsewhere?: number
  /** Ends the selection. Without it there is no *Clear*. */
  onClear?: (() => void) | undefined
}

interface BulkLabelProps {
  label: string
  shortLabel: string | undefined
}

/** A label, or its shorter form in a narrow container. */
const BulkLabel = ({ label, shortLabel }: BulkLabelProps) =>
  shortLabel === undefined ? (
    <span>{label}</span>
  ) : (
    <>
      <span className="roster-bulk-long">{label}</span>
      <span className="roster-bulk-short">{shortLabel}</span>
    </>
  )

/** Shows how many rows are selected, and what can be done with them. It floats at the bottom of the list. */
export const BulkBar = forwardRef<HTMLDivElement, BulkBarProps>(function BulkBar(
  {
    count,
    isAll = false,
    elsewhere = 0,
    onClear,
    roles,
    teams,
    onChangeRole,
    onAddToTeam,
    onRemoveFromTeam,
    deleteLabel,
    deleteShortLabel,
    onDeleteUsers,
    actions = [],
    className,
    ...rest
  },
  ref,
) {
  const t = useMessages(bulkBarMessages)
  const menus = bulkMenus(t, {
    roles: loadedRows(roles),
    teams: loadedRows(teams),
    onChangeRole,
    onAddToTeam,
    onRemoveFromTeam,
  })
  const text = isAll
    ? t.allSelected({ count })
    : elsewhere > 0
      ? t.selectedElsewhere({ count, elsewhere })
      : t.selected({ count })
  return (
    <DockBar
      ref={ref}
      role="toolbar"
      aria-label={t.label}
      className={classNames('roster-bulk-bar', className)}
      {...rest}
    >
      <span className="roster-bulk-count">{text}</span>
      <span className="roster-bulk-rule" />
      {menus.map(({ id, ...menu }) => (
        <BulkMenu key={id} {...menu} />
      ))}
      {actions.map(({ id, label, shortLabel, note, isEnabled = true, onAction }) => (
        <Button
          key={id}
          variant="quiet"
          className={shortLabel === undefined ? 'roster-bulk-fold' : undefined}
          aria-disabled={!isEnabled || undefined}
          onClick={onAction}
        >
          <BulkLabel label={label} shortLabel={shortLabel} />
          {note && <span className="roster-bulk-note">{note}</span>}
        </Button>
      ))}
      <BulkMore menus={menus} actions={actions.filter(({ shortLabel }) => shortLabel === undefined)} />
      {onDeleteUsers && (
        <Button variant="danger-quiet" onClick={onDeleteUsers}>
          <BulkLabel label={deleteLabel ?? t.deleteUsers} shortLabel={deleteShortLabel} />
        </Button>
      )}
      {onClear && (
        <>
          <span className="roster-bulk-rule" />
          <Button
            variant="quiet"
            className="roster-bulk-clear"
            aria-label={t.clearLabel}
            aria-keyshortcuts="Escape"
            onClick={onClear}
          >
            <span className="roster-bulk-clear-text">{t.clear}</span>
            <span className="roster-bulk-key" data-key={t.escape} />
            <Icon name="x" />
          </Button>
        </>
      )}
    </DockBar>
  )
})
