import type { EndReason } from '../../core/ports/records.ts'
import type { Change } from '../../core/ports/write.ts'

/** What becomes of one user, all changes together: one statement cannot update a row twice. */
export interface UserPatch {
  id: string
  roleId: string | null
  isDeleted: boolean
  /** By team, whether the user is to be in it. */
  teams: Map<string, boolean>
}

/** Sessions to end of one user. */
export interface SessionEnd {
  userId: string
  reason: EndReason
  except: string | null
}

/** Folds changes in their order, a later one over an earlier. */
export function foldChanges(changes: Change[]): { patches: UserPatch[]; ends: SessionEnd[] } {
  const patches = new Map<string, UserPatch>()
  const ends: SessionEnd[] = []
  const patch = (id: string) => {
    const known = patches.get(id) ?? { id, roleId: null, isDeleted: false, teams: new Map() }
    patches.set(id, known)
    return known
  }
  for (const change of changes) {
    const { userId } = change
    if (change.kind === 'set_role') patch(userId).roleId = change.roleId
    if (change.kind === 'delete_user') patch(userId).isDeleted = true
    if (change.kind === 'end_sessions')
      ends.push({ userId, reason: change.reason, except: change.except ?? null })
    if (change.kind !== 'change_teams') continue
    for (const team of change.add) patch(userId).teams.set(team, true)
    for (const team of change.remove) patch(userId).teams.set(team, false)
  }
  return { patches: [...patches.values()], ends }
}
