import type { ActivityList, ActivityState } from '@aicx/roster/contract'
import type { Catalogue } from '../ports/records.ts'
import type { AuditEntry, AuditRecord } from '../ports/write.ts'
import { byName } from '../text/by-name.ts'

/** Entries of the audit log as people see them. */
export const viewActivity = (entries: AuditRecord[], catalogue: Catalogue): ActivityList => ({
  entries: entries.map(({ id, at, action, actor, actorName, before, after }) => ({
    id,
    at: at.toISOString(),
    action,
    actor: { ...actor, ...(actorName && { name: actorName }) },
    ...(before && { before: named(before, catalogue) }),
    ...(after && { after: named(after, catalogue) }),
  })),
})

/** Adds the current names of roles and teams: the audit log stores their ids. */
function named(
  { roleId, teamIds, reason }: NonNullable<AuditEntry['before']>,
  { roles, teams }: Catalogue,
): ActivityState {
  const name = (things: { id: string; name: string }[], id: string) => ({
    id,
    name: things.find((thing) => thing.id === id)?.name ?? '',
  })
  return {
    ...(roleId !== undefined && { role: name(roles, roleId) }),
    ...(teamIds && { teams: byName(teamIds.map((id) => name(teams, id))) }),
    ...(reason !== undefined && { reason }),
  }
}
