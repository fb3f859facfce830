import type { SelectionAction } from '@aicx/roster/contract'
import { already, type RowRule } from '../rules/row-rule.ts'
import { deleteInvitation } from './delete-invitation.ts'
import { resendInvitation } from './resend-invitation.ts'

/** Returns the rule of an action for each invitation of a selection. */
export function invitationRuleOf({ kind }: SelectionAction): RowRule | undefined {
  if (kind === 'delete') return deleteUnlessGone
  return kind === 'resend' ? resendInvitation : undefined
}

/** For an invitation that was already deleted there is nothing to do. */
const deleteUnlessGone: RowRule = (facts, row, product) => {
  const decision = deleteInvitation(facts, row, product)
  const isGone = 'refused' in decision && decision.refused.code === 'invitation_deleted'
  return isGone ? already : decision
}
