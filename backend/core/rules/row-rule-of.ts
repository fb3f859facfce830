import type { SelectionAction } from '@aicx/roster/contract'
import { changeRole } from './change-role.ts'
import { changeTeams } from './change-teams.ts'
import { deleteUser } from './delete-user.ts'
import { deleteWithInvitations } from './delete-with-invitations.ts'
import type { RowRule } from './row-rule.ts'
import { undoChange } from './undo-change.ts'

/** Returns the rule of an action for each row. A new action on users is one line here, and a rule. */
export function rowRuleOf(action: SelectionAction): RowRule | undefined {
  switch (action.kind) {
    case 'delete':
      return action.deleteInvitations ? deleteWithInvitations : deleteUser
    case 'changeRole':
      return changeRole(action.roleId)
    case 'changeTeams':
      return changeTeams(action)
    case 'undo':
      return undoChange
    case 'resend':
      return undefined
  }
}

/** Whether an action depends on the role that the user had at the freeze. */
export const dependsOnRole = ({ kind }: SelectionAction): boolean =>
  kind === 'delete' || kind === 'changeRole'
