const codes: ReadonlySet<string> = new Set(['not_found', 'invitation_not_found', 'invitation_deleted'])

/** Whether a failure means that the row no longer exists. For a deletion, that counts as done. */
export const isGone = ({ code }: { code: string }): boolean => codes.has(code)
