import type { AuditRecord } from '../../core/ports/write.ts'
import type { Database } from '../database/open.ts'

/** A user's audit entries, newest first. */
export async function readAudit(
  { db }: Database,
  companyId: string,
  userId: string,
  limit: number,
): Promise<AuditRecord[]> {
  const rows = await db
    .selectFrom('audit')
    .leftJoin('users', (join) =>
      join
        .onRef('users.company_id', '=', 'audit.company_id')
        .onRef('users.id', '=', 'audit.actor_id')
        .on('audit.actor_kind', '=', 'user'),
    )
    .selectAll('audit')
    .select(['users.name as actor_name', 'users.email as actor_email'])
    .where('audit.company_id', '=', companyId)
    .where('audit.target_id', '=', userId)
    .orderBy('audit.revision', 'desc')
    .orderBy('audit.id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ actor_name, actor_email, ...row }) => ({
    id: row.id,
    at: row.at,
    intent: row.intent,
    actor: { kind: row.actor_kind, id: row.actor_id },
    ...((actor_name || actor_email) && { actorName: actor_name || actor_email || undefined }),
    requestId: row.request_id,
    action: row.action,
    targetId: row.target_id,
    ...(row.before && { before: row.before }),
    ...(row.after && { after: row.after }),
  }))
}
