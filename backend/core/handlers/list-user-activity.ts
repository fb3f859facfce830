import type { ActivityState } from '@aicx/roster/contract'
import type { Handler } from '../http/call.ts'
import type { Catalogue } from '../ports/records.ts'
import { Refused } from '../ports/refused.ts'
import type { AuditEntry } from '../ports/write.ts'
import { byName } from '../text/by-name.ts'

const defaultLimit = 50

export const listUserActivity: Handler<'listUserActivity'> = async ({ userId, query, place }, { store }) => {
  const { isMember, entries } = await store.audit(place.company.id, userId, query.limit ?? defaultLimit)
  if (!isMember) throw new Refused('not_found')
  return {
    entries: entries.map(({ id, at, action, actor, actorName, before, after }) => ({
      id,
      at: at.toISOString(),
      action,
      actor: { ...actor, ...(actorName && { name: actorName }) },
      ...(before && { before: named(before, place.catalogue) }),
      ...(after && { after: named(after, place.catalogue) }),
    })),
  }
}

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
