import type { ActivityEntry } from '../../../contract/activity.ts'

/** What an entry of the activity changed, by name. */
export type ActivityChange =
  | { kind: 'role'; before: string | undefined; after: string }
  | { kind: 'teams'; added: string[]; removed: string[] }
  | { kind: 'signedOut' | 'deleted' | 'restored' }
  | { kind: 'loggedOutIdle' | 'sessionEnded' | 'logoutPostponed' | 'postponementEnded' }
  | { kind: 'joined'; after: string }
  | { kind: 'joinedWithLess'; after: string }
  | { kind: 'other' }

/**
 * Reads a change from its states before and after, since a newer server may give its action another name. A deleted user
 * loses, and a restored one regains, all that they had.
 */
export function activityChange({ action, before, after }: ActivityEntry): ActivityChange {
  if (action === 'delete_user') return { kind: 'deleted' }
  if (action === 'restore_user') return { kind: 'restored' }
  if (action === 'end_session') return { kind: after?.reason === 'idle' ? 'loggedOutIdle' : 'sessionEnded' }
  if (action === 'hold_session') return { kind: 'logoutPostponed' }
  if (action === 'release_session') return { kind: 'postponementEnded' }
  if (action === 'join' && after?.role)
    return { kind: before ? 'joinedWithLess' : 'joined', after: after.role.name }
  // An invitation lists its role with each change, also with one of its teams.
  if (after?.role && after.role.id !== before?.role?.id)
    return { kind: 'role', before: before?.role?.name, after: after.role.name }
  const [earlier, later] = [before?.teams ?? [], after?.teams ?? []]
  const without = (teams: typeof earlier, others: typeof earlier) =>
    teams.filter(({ id }) => !others.some((other) => other.id === id)).map(({ name }) => name)
  const [added, removed] = [without(later, earlier), without(earlier, later)]
  if (added.length > 0 || removed.length > 0) return { kind: 'teams', added, removed }
  return action === 'end_sessions' ? { kind: 'signedOut' } : { kind: 'other' }
}
