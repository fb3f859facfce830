import type { Change, Facts } from './write.ts'

/**
 * Throws if a decision changes a user or an invitation that it didn't read, since it may be deleted, or the actor may
 * not change it.
 */
export function requireLooked(changes: Change[], facts: Facts): void {
  const strangers = changes.flatMap((change) => strangerOf(change, facts) ?? [])
  if (strangers[0]) throw new Error(`The decision did not look at ${strangers[0]}.`)
}

function strangerOf(change: Change, { users, gone, actor, invitations }: Facts): string | undefined {
  if (change.kind === 'add_user' || change.kind === 'invite') return undefined
  if ('userId' in change && !('invitationId' in change)) {
    const { userId } = change
    const isKnown = users.has(userId) || gone.has(userId) || actor?.id === userId
    return isKnown ? undefined : `the user ${userId}`
  }
  const { invitationId: id } = change
  const known = [...invitations.byKey.values()].map(({ invitation }) => invitation?.id)
  return invitations.byId.has(id) || known.includes(id) ? undefined : `the invitation ${id}`
}
