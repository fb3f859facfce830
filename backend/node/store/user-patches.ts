import type { EndReason } from '../../core/ports/records.ts'
import type { UserChange } from '../../core/ports/write.ts'

/** All changes to one user together, since one statement can't update a row twice. */
export interface UserPatch {
  id: string
  roleId: string | null
  isDeleted: boolean
  isRestored: boolean
  /** Of a restored user. */
  lastActiveAt: string | null
  /** By team, whether the user is to be in it. */
  teams: Map<string, boolean>
}

/** Sessions to end of one user. */
export interface SessionEnd {
  userId: string
  reason: EndReason
  except: string | null
}

/** Combines changes in their order. A later change replaces an earlier one. */
export function foldChanges(changes: UserChange[]): { patches: UserPatch[]; ends: SessionEnd[] } {
  const patches = new Map<string, UserPatch>()
  const ends: SessionEnd[] = []
  const patch = (id: string) => {
    const fresh = { isDeleted: false, isRestored: false, lastActiveAt: null }
    const known = patches.get(id) ?? { id, roleId: null, ...fresh, teams: new Map() }
    patches.set(id, known)
    return known
  }
  for (const change of changes) {
    const { userId } = change
    if (change.kind === 'set_role') patch(userId).roleId = change.roleId
    if (change.kind === 'delete_user') patch(userId).isDeleted = true
    if (change.kind === 'restore_user') {
      const { roleId, lastActiveAt, teamIds } = change
      const teams = new Map(teamIds.map((id) => [id, true]))
      patches.set(userId, { id: userId, roleId, isDeleted: false, isRestored: true, lastActiveAt, teams })
    }
    if (change.kind === 'end_sessions')
      ends.push({ userId, reason: change.reason, except: change.except ?? null })
    if (change.kind !== 'change_teams') continue
    for (const team of change.add) patch(userId).teams.set(team, true)
    for (const team of change.remove) patch(userId).teams.set(team, false)
  }
  return { patches: [...patches.values()], ends }
}
