import { deletedInvitation } from '../rules/deleted-invitation.ts'
import type { RowRule } from '../rules/row-rule.ts'
import { findInvitation } from './find-invitation.ts'

/** Deletes an invitation. Its link stops working immediately, and queued emails aren't sent. */
export const deleteInvitation: RowRule = (facts, { userId: id }, product) => {
  const invitation = findInvitation(facts, id, product)
  return 'refused' in invitation ? invitation : deletedInvitation(invitation)
}
