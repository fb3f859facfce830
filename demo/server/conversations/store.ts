import type { Kysely } from 'kysely'
import type { Conversation, Message } from '../../src/conversations/conversation.ts'
import type { DemoSchema } from './tables.ts'

const most = 500

/** Returns a company's conversations, the latest first. */
export async function listConversations(db: Kysely<DemoSchema>, company: string): Promise<Conversation[]> {
  const rows = await db
    .selectFrom('demo_conversations')
    .selectAll()
    .where('company_id', '=', company)
    .orderBy('last_at', 'desc')
    .limit(most)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    channel: row.channel,
    subject: row.subject,
    customer: row.customer,
    open: row.open,
    agent: { id: row.agent_id, name: row.agent_name },
    lastAt: row.last_at.toISOString(),
  }))
}

/** Returns the messages of a conversation, the oldest first. */
export async function listMessages(
  db: Kysely<DemoSchema>,
  company: string,
  conversation: string,
): Promise<Message[]> {
  const rows = await db
    .selectFrom('demo_messages')
    .selectAll()
    .where('company_id', '=', company)
    .where('conversation_id', '=', conversation)
    .orderBy('position')
    .execute()
  return rows.map((row) => ({
    id: String(row.position),
    text: row.text,
    at: row.at.toISOString(),
    author: row.author_id ? { id: row.author_id, name: row.author_name ?? '' } : null,
  }))
}
