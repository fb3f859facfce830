import { sql } from 'kysely'
import type { AuditRecord, AuditState } from '../../core/ports/write.ts'
import type { Database } from '../database/database.ts'

interface Entry {
  id: string
  at: Date
  intent: string
  actor_kind: 'user' | 'system'
  actor_id: string
  actor_name: string | null
  actor_email: string | null
  request_id: string
  action: string
  before: AuditState | null
  after: AuditState | null
}

/** A user's audit entries, newest first, and whether they are a member, in one statement. */
export async function readAudit(
  { run }: Database,
  companyId: string,
  userId: string,
  limit: number,
): Promise<{ isMember: boolean; entries: AuditRecord[] }> {
  const rows = await run(sql<{ is_member: boolean } & (Entry | { id: null })>`
    select u.deleted_at is null as is_member, entry.* from users u left join lateral (
      select e.id, e.at, e.intent, e.actor_kind, e.actor_id, e.request_id, e.action, e.before, e.after,
        actor.name as actor_name, actor.email as actor_email, e.revision
      from audit e left join users actor
        on actor.company_id = e.company_id and actor.id = e.actor_id and e.actor_kind = 'user'
      where e.company_id = u.company_id and e.target_id = u.id
      order by e.revision desc, e.at desc, e.id desc limit ${limit}
    ) entry on true
    where u.company_id = ${companyId} and u.id = ${userId}
    order by entry.revision desc, entry.at desc, entry.id desc`)
  const entries = rows.flatMap((row) => {
    if (row.id === null) return []
    const { actor_name, actor_email } = row
    return {
      id: row.id,
      at: row.at,
      intent: row.intent,
      actor: { kind: row.actor_kind, id: row.actor_id },
      ...((actor_name || actor_email) && { actorName: actor_name || actor_email || undefined }),
      requestId: row.request_id,
      action: row.action,
      targetId: userId,
      ...(row.before && { before: row.before }),
      ...(row.after && { after: row.after }),
    }
  })
  return { isMember: rows[0]?.is_member ?? false, entries }
}
