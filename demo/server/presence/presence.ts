import type { Presence } from '@aicx/roster/contract'
import { type Kysely, sql } from 'kysely'
import type { PresencePort } from '../../../backend/core/ports/presence.ts'
import type { DemoSchema } from '../conversations/tables.ts'

const choices = ['online', 'away', 'offline'] as const

/** Returns the presence that a body asks for, or undefined if it asks for something else. */
export function presenceOf(body: unknown): Presence | undefined {
  if (typeof body !== 'object' || body === null || !('presence' in body)) return undefined
  return choices.find((choice) => choice === body.presence)
}

/** Stores the presence of a user. */
export async function setPresence(db: Kysely<DemoSchema>, company: string, user: string, presence: Presence) {
  await sql`
    insert into demo_presence (company_id, user_id, presence) values (${company}, ${user}, ${presence})
    on conflict (company_id, user_id) do update set presence = excluded.presence`.execute(db)
}

/** Whether the demo's users are online. A user whose sessions have all ended isn't, even if their last page said so. */
export const demoPresence = (db: Kysely<DemoSchema>): PresencePort => ({
  async of(company, userIds) {
    const { rows } = await sql<{ user_id: string; presence: Presence }>`
      select user_id, presence from demo_presence p
      where company_id = ${company} and user_id = any(${userIds}) and (presence <> 'online' or coalesce(
        (select bool_or(ended_at is null) from sessions s
          where s.company_id = p.company_id and s.user_id = p.user_id), true))`.execute(db)
    return new Map(rows.map(({ user_id, presence }) => [user_id, presence]))
  },
})
