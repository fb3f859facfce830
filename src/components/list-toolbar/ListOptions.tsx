import { usersSettingsMessages } from '../../messages/users-settings.ts'
import type { Slot } from '../../primitives/element/slot.ts'
import { IconButton } from '../../primitives/icon-button/IconButton.tsx'
import { Menu } from '../../primitives/menu/Menu.tsx'
import { MenuCheckboxItem } from '../../primitives/menu/MenuCheckboxItem.tsx'
import { MenuRule } from '../../primitives/menu/MenuRule.tsx'
import { MenuSegments } from '../../primitives/menu/MenuSegments.tsx'
import { MenuTitle } from '../../primitives/menu/MenuTitle.tsx'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'

/** What a table shows, and its callbacks. A control without a callback isn't rendered. */
export interface ListLookOptions {
  hiddenColumns?: readonly string[] | undefined
  onHiddenColumnsChange?: ((columns: string[]) => void) | undefined
  /** @default 'cosy' */
  density?: 'cosy' | 'compact' | undefined
  onDensityChange?: ((density: 'cosy' | 'compact') => void) | undefined
}

interface ListOptionsProps extends ListLookOptions {
  /** The columns that can be hidden. */
  columns: readonly { id: string; header: string }[]
  /** More items of the menu. */
  children?: Slot
}

/** The menu at the end of a toolbar: columns, density and more. It isn't rendered if it would be empty. */
export function ListOptions(props: ListOptionsProps) {
  const { columns, hiddenColumns = [], onHiddenColumnsChange } = props
  const { density = 'cosy', onDensityChange, children } = props
  const t = useMessages(usersSettingsMessages).toolbar
  const hasLook = onHiddenColumnsChange !== undefined || onDensityChange !== undefined
  if (!hasLook && !children) return null
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
      {hasLook && children && <MenuRule />}
      {children}
    </Menu>
  )
}
