import { sql, type Transaction } from 'kysely'
import type { Facts, Intent } from '../../core/ports/write.ts'
import type { Schema } from '../database/schema.ts'
import { type CatalogueRow, catalogueColumns, toCatalogue } from './catalogue-columns.ts'
import { toUser, type UserRow, userColumns, usersWithActivity } from './user-row.ts'

interface Row extends CatalogueRow {
  now: Date
  revision: number
  admin_count: number
  open_sessions: Record<string, string[]>
  members: UserRow[]
  earlier: { fingerprint: string; answer: unknown; revision: number } | null
}

/** What a write's one query found. */
export interface FoundFacts {
  facts: Facts
  /** What the same intent did before. */
  earlier: Row['earlier']
}

/** Reads what a decision may look at; the caller holds the company's lock. */
export async function readFacts(
  transaction: Transaction<Schema>,
  companyId: string,
  { id, actor }: Intent,
  userIds: string[],
): Promise<FoundFacts> {
  const concerned = actor.kind === 'user' ? [...userIds, actor.id] : userIds
  const { rows } = await sql<Row>`
    with held as materialized (
      select s.user_id, s.id from sessions s
      where s.company_id = ${companyId} and s.user_id = any(${concerned}) and s.ended_at is null
      order by s.id for share
    )
    select roster_now() as now, c.revision, ${catalogueColumns},
      (select count(*)::int from roles r join users u on u.company_id = r.company_id and u.role_id = r.id
        where r.company_id = c.id and r.is_admin and u.deleted_at is null) as admin_count,
      (select coalesce(json_agg(row_to_json(member)), '[]') from (
        select ${userColumns} from ${usersWithActivity}
        where u.company_id = c.id and u.id = any(${concerned}) and u.deleted_at is null) member) as members,
      (select coalesce(json_object_agg(user_id, ids), '{}') from (
        select user_id, array_agg(id) as ids from held group by user_id) open) as open_sessions,
      (select json_build_object('fingerprint', i.fingerprint, 'answer', i.answer, 'revision', i.revision)
        from intents i where i.company_id = c.id and i.id = ${id}) as earlier
    from companies c where c.id = ${companyId}
  `.execute(transaction)
  const [row] = rows
  if (!row) throw new Error(`There is no company ${companyId}.`)

  const members = new Map(row.members.map((member) => [member.id, toUser(member)]))
  const users = new Map(
    userIds.flatMap((userId) => {
      const user = members.get(userId)
      return user ? [[userId, user] as const] : []
    }),
  )
  return {
    earlier: row.earlier,
    facts: {
      now: row.now,
      catalogue: toCatalogue(row),
      actor: (actor.kind === 'user' && members.get(actor.id)) || null,
      users,
      adminCount: row.admin_count,
      openSessions: new Map(Object.entries(row.open_sessions)),
      revision: row.revision + 1,
    },
  }
}
