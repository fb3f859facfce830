/** Whether an action of the audit log is about an invitation. Its target is then not a user, even if one has the same id. */
export const isAboutInvitation = (action: string): boolean =>
  action.startsWith('invitation_') || action === 'erase_invitation'
