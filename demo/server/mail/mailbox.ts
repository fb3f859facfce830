import { type Kysely, sql } from 'kysely'
import type { DemoSchema } from '../conversations/tables.ts'

/** An email as it arrived. */
export interface KeptMail {
  id: number
  at: Date
  recipient: string
  raw: string
}

const most = 1_000
const listed = 100

/** Keeps an email, and forgets the oldest. Like most mailboxes, it keeps a message that is delivered twice once. */
export async function keepMail(db: Kysely<DemoSchema>, recipient: string, raw: string): Promise<void> {
  const [messageId = raw] = /^Message-ID: .+$/m.exec(raw) ?? []
  await sql`
    insert into demo_mail (at, recipient, raw) select now(), ${recipient}, ${raw}
    where not exists (
      select from demo_mail where recipient = ${recipient} and strpos(raw, ${messageId}) > 0
    )`.execute(db)
  await sql`delete from demo_mail where id <= (select max(id) from demo_mail) - ${most}`.execute(db)
}

/** The latest emails, the newest first. */
export async function latestMail(db: Kysely<DemoSchema>): Promise<KeptMail[]> {
  const { rows } = await sql<KeptMail>`
    select id::integer, at, recipient, raw from demo_mail order by id desc limit ${listed}`.execute(db)
  return rows
}

/** An email by its id. */
export async function findMail(db: Kysely<DemoSchema>, id: number): Promise<KeptMail | undefined> {
  const { rows } = await sql<KeptMail>`
    select id::integer, at, recipient, raw from demo_mail where id = ${id}`.execute(db)
  return rows[0]
}
