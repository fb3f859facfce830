import { Fragment } from 'react'
import { bulkBarMessages } from '../../messages/bulk-bar.ts'
import { reasonSentence, reasonsMessages } from '../../messages/reasons.ts'
import { IconButton } from '../../primitives/icon-button/IconButton.tsx'
import { Menu } from '../../primitives/menu/Menu.tsx'
import { MenuItem } from '../../primitives/menu/MenuItem.tsx'
import { MenuRule } from '../../primitives/menu/MenuRule.tsx'
import { MenuTitle } from '../../primitives/menu/MenuTitle.tsx'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import type { BulkBarAction } from './bulk-action.ts'
import type { BulkMenuDefinition } from './bulk-menus.ts'

interface BulkMoreProps {
  menus: readonly BulkMenuDefinition[]
  actions: readonly BulkBarAction[]
}

/** A menu for narrow containers, with all actions of the bar except *Delete users*. */
export function BulkMore({ menus, actions }: BulkMoreProps) {
  const t = useMessages(bulkBarMessages)
  const reasons = useMessages(reasonsMessages)
  if (menus.length === 0 && actions.length === 0) return null
  return (
    <Menu
      label={t.more}
      side="top"
      align="end"
      trigger={(trigger) => (
        <IconButton icon="more" label={t.more} className="roster-bulk-unfold" {...trigger} />
      )}
    >
      {menus.map(({ id, label, choices, onChoose }) => (
        <Fragment key={id}>
          <MenuTitle>{label}</MenuTitle>
          {choices.map((choice) => (
            <MenuItem
              key={choice.id}
              aria-label={`${label}: ${choice.name}`}
              reason={choice.action && reasonSentence(reasons, choice.action)}
              onSelect={() => onChoose(choice.id)}
            >
              <bdi>{choice.name}</bdi>
            </MenuItem>
          ))}
        </Fragment>
      ))}
      {menus.length > 0 && actions.length > 0 && <MenuRule />}
      {actions.map(({ id, label, isEnabled = true, onAction }) => (
        <MenuItem key={id} aria-disabled={!isEnabled || undefined} onSelect={onAction}>
          {label}
        </MenuItem>
      ))}
    </Menu>
  )
}
