import { type Kysely, sql } from 'kysely'
import type { ContentPort } from '../../../backend/core/ports/content.ts'
import type { DemoSchema } from './tables.ts'

/** What deleting users changes in the demo: their open conversations lose their assignee. */
export const openConversations = (db: Kysely<DemoSchema>): ContentPort => ({
  async impact(company, userIds) {
    const { rows } = await sql<{ count: number }>`
      select count(*)::integer as count from demo_conversations
      where company_id = ${company} and open and agent_id = any(${userIds})`.execute(db)
    const count = rows[0]?.count ?? 0
    return count > 0 ? [{ kind: 'open_conversations', count }] : []
  },
})
