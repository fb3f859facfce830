import type { Action } from '../../contract/actions.ts'
import { reasonSentence, reasonsMessages } from '../../messages/reasons.ts'
import { Button } from '../../primitives/button/Button.tsx'
import { Menu } from '../../primitives/menu/Menu.tsx'
import { MenuItem } from '../../primitives/menu/MenuItem.tsx'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'

/** A role or a team to choose. */
export interface BulkChoice {
  id: string
  name: string
  /** Whether the viewer may choose it. */
  action?: Action | undefined
}

interface BulkMenuProps {
  label: string
  choices: readonly BulkChoice[]
  onChoose: (id: string) => void
}

/** A button of the bar that opens a menu of roles or teams. */
export function BulkMenu({ label, choices, onChoose }: BulkMenuProps) {
  const reasons = useMessages(reasonsMessages)
  return (
    <Menu
      label={label}
      side="top"
      trigger={(trigger) => (
        <Button variant="quiet" className="roster-bulk-fold" {...trigger}>
          {label}
        </Button>
      )}
    >
      {choices.map(({ id, name, action }) => (
        <MenuItem key={id} reason={action && reasonSentence(reasons, action)} onSelect={() => onChoose(id)}>
          <bdi>{name}</bdi>
        </MenuItem>
      ))}
    </Menu>
  )
}
