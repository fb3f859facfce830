import { type Kysely, sql } from 'kysely'
import type { Author, Channel, Conversation, Message } from '../../src/conversations/conversation.ts'
import type { DemoSchema } from './tables.ts'

const most = 500

interface AuthorRow {
  author_id: string
  author_name: string | null
  author_state: Author['state']
}

/** Columns of a user `u`. The deleted keep their name as authors. */
const authorColumns = sql`
  u.name as author_name,
  case when u.id is null or u.erased_at is not null then 'erased' when u.deleted_at is not null then 'deleted' else 'user'
    end as author_state`

const toAuthor = (row: AuthorRow): Author => ({
  id: row.author_id,
  name: row.author_name ?? '',
  state: row.author_state,
})

interface ConversationRow extends AuthorRow {
  id: string
  channel: Channel
  subject: string
  customer: string
  open: boolean
  last_at: Date
}

/** Returns a company's conversations, the latest first. */
export async function listConversations(db: Kysely<DemoSchema>, company: string): Promise<Conversation[]> {
  const { rows } = await sql<ConversationRow>`
    select c.id, c.channel, c.subject, c.customer, c.open, c.last_at, c.agent_id as author_id, ${authorColumns}
    from demo_conversations c left join users u on u.company_id = c.company_id and u.id = c.agent_id
    where c.company_id = ${company} order by c.last_at desc limit ${most}`.execute(db)
  return rows.map(({ id, channel, subject, customer, open, last_at, ...author }) => ({
    ...{ id, channel, subject, customer, open },
    agent: toAuthor(author),
    lastAt: last_at.toISOString(),
  }))
}

interface MessageRow extends Omit<AuthorRow, 'author_id'> {
  position: number
  text: string
  at: Date
  author_id: string | null
}

/** Returns the messages of a conversation, the oldest first. */
export async function listMessages(
  db: Kysely<DemoSchema>,
  company: string,
  conversation: string,
): Promise<Message[]> {
  const { rows } = await sql<MessageRow>`
    select m.position, m.text, m.at, m.author_id, ${authorColumns}
    from demo_messages m left join users u on u.company_id = m.company_id and u.id = m.author_id
    where m.company_id = ${company} and m.conversation_id = ${conversation} order by m.position`.execute(db)
  return rows.map(({ position, text, at, author_id, ...author }) => ({
    id: String(position),
    text,
    at: at.toISOString(),
    author: author_id === null ? null : toAuthor({ ...author, author_id }),
  }))
}
