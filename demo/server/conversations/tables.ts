import type { Presence } from '@aicx/roster/contract'
import { type Kysely, sql } from 'kysely'
import type { Channel } from '../../src/conversations/conversation.ts'

interface ConversationsTable {
  company_id: string
  id: string
  channel: Channel
  subject: string
  customer: string
  open: boolean
  agent_id: string
  last_at: Date
}

interface MessagesTable {
  company_id: string
  conversation_id: string
  position: number
  /** Null for the customer. */
  author_id: string | null
  text: string
  at: Date
}

interface PresenceTable {
  company_id: string
  user_id: string
  presence: Presence
}

/** The demo's own tables, beside those of the backend. */
export type DemoSchema = {
  demo_conversations: ConversationsTable
  demo_messages: MessagesTable
  demo_presence: PresenceTable
}

const statements = [
  `create table if not exists demo_conversations (
    company_id text collate "C" not null,
    id text collate "C" not null,
    channel text not null check (channel in ('email', 'livechat', 'ticket')),
    subject text not null,
    customer text not null,
    open boolean not null,
    agent_id text collate "C" not null,
    last_at timestamptz(3) not null,
    primary key (company_id, id)
  )`,
  'create index if not exists demo_conversations_by_age on demo_conversations (company_id, last_at desc)',
  `create table if not exists demo_messages (
    company_id text collate "C" not null,
    conversation_id text collate "C" not null,
    position integer not null,
    author_id text collate "C",
    text text not null,
    at timestamptz(3) not null,
    primary key (company_id, conversation_id, position),
    foreign key (company_id, conversation_id) references demo_conversations
  )`,
  `create table if not exists demo_presence (
    company_id text collate "C" not null,
    user_id text collate "C" not null,
    presence text not null check (presence in ('online', 'away', 'offline')),
    primary key (company_id, user_id)
  )`,
  `create table if not exists demo_mail (
    id bigint generated always as identity primary key,
    at timestamptz(3) not null,
    recipient text not null,
    raw text not null
  )`,
  // Names are those of the users, who keep them when they are deleted and lose them when they are erased.
  'alter table demo_conversations drop column if exists agent_name',
  'alter table demo_messages drop column if exists author_name',
]

/** Creates the demo's tables if they are missing. */
export async function createTables(db: Kysely<DemoSchema>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
