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

/** The audit entries of a user or an invitation, newest first, and whether it exists, in one statement. A deleted user doesn’t. */
export async function readAudit(
  { run }: Database,
  companyId: string,
  { kind, id }: { kind: 'users' | 'invitations'; id: string },
  limit: number,
): Promise<{ isKnown: boolean; entries: AuditRecord[] }> {
  const isKnown = kind === 'users' ? sql`u.deleted_at is null` : sql`true`
  const isAboutInvitation = sql`(starts_with(e.action, 'invitation_') or e.action = 'erase_invitation')`
  const isOfKind = kind === 'users' ? sql`not ${isAboutInvitation}` : isAboutInvitation
  const rows = await run(sql<{ is_known: boolean } & (Entry | { id: null })>`
    select ${isKnown} as is_known, entry.* from ${sql.table(kind)} u left join lateral (
      select e.id, e.at, e.intent, e.actor_kind, e.actor_id, e.request_id, e.action, e.before, e.after,
        actor.name as actor_name, actor.email as actor_email, e.revision
      from audit e left join users actor
        on actor.company_id = e.company_id and actor.id = e.actor_id and e.actor_kind = 'user'
      where e.company_id = u.company_id and e.target_id = u.id and ${isOfKind}
      order by e.revision desc, e.at desc, e.id desc limit ${limit}
    ) entry on true
    where u.company_id = ${companyId} and u.id = ${id}
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
      targetId: id,
      ...(row.before && { before: row.before }),
      ...(row.after && { after: row.after }),
    }
  })
  return { isKnown: rows[0]?.is_known ?? false, entries }
}
