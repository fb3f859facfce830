import type { AuditRecord } from '../../core/store.ts'
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
    .selectAll()
    .where('company_id', '=', companyId)
    .where('target_id', '=', userId)
    .orderBy('revision', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    intent: row.intent,
    actor: { kind: row.actor_kind, id: row.actor_id },
    requestId: row.request_id,
    action: row.action,
    targetId: row.target_id,
    ...(row.before && { before: row.before }),
    ...(row.after && { after: row.after }),
  }))
}
