import type { Role } from '../../contract/roles.ts'
import type { Team } from '../../contract/teams.ts'
import type { bulkBarMessages } from '../../messages/bulk-bar.ts'
import type { FormattedMessages } from '../../messages/message.ts'
import type { BulkChoice } from './BulkMenu.tsx'

/** A menu of the bar, which asks for a role or a team. */
export interface BulkMenuDefinition {
  id: string
  label: string
  choices: readonly BulkChoice[]
  onChoose: (id: string) => void
}

interface BulkMenusOptions {
  roles: readonly Role[] | undefined
  teams: readonly Team[] | undefined
  onChangeRole: ((roleId: string) => void) | undefined
  onAddToTeam: ((teamId: string) => void) | undefined
  onRemoveFromTeam: ((teamId: string) => void) | undefined
}

/** The menus of the bar: those that have a callback, and something to choose from. */
export function bulkMenus(
  t: FormattedMessages<(typeof bulkBarMessages)['messages']>,
  { roles = [], teams = [], onChangeRole, onAddToTeam, onRemoveFromTeam }: BulkMenusOptions,
): BulkMenuDefinition[] {
  const roleChoices = roles.map(({ id, name, actions }) => ({ id, name, action: actions.assign }))
  const menus = [
    { id: 'role', label: t.changeRole, choices: roleChoices, onChoose: onChangeRole },
    { id: 'add', label: t.addToTeam, choices: teams, onChoose: onAddToTeam },
    { id: 'remove', label: t.removeFromTeam, choices: teams, onChoose: onRemoveFromTeam },
  ]
  return menus.flatMap(({ onChoose, ...menu }) =>
    onChoose && menu.choices.length > 0 ? { ...menu, onChoose } : [],
  )
}
