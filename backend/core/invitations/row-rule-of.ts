import type { SelectionAction } from '@aicx/roster/contract'
import { already, type RowRule } from '../rules/row-rule.ts'
import { deleteInvitation } from './delete-invitation.ts'
import { resendInvitation } from './resend-invitation.ts'

/** How an action decides each invitation of a selection. */
export function invitationRuleOf({ kind }: SelectionAction): RowRule | undefined {
  if (kind === 'delete') return deleteUnlessGone
  return kind === 'resend' ? resendInvitation : undefined
}

/** An invitation that someone else has deleted needs nothing more. */
const deleteUnlessGone: RowRule = (facts, row, product) => {
  const decision = deleteInvitation(facts, row, product)
  const isGone = 'refused' in decision && decision.refused.code === 'invitation_deleted'
  return isGone ? already : decision
}
