import { sql, type Transaction } from 'kysely'
import { fold } from '../../../src/base/fold.ts'
import { seededHistory } from '../../core/invitations/seeded-history.ts'
import type { SeededInvitation } from '../../core/ports/store.ts'
import type { Schema } from '../database/schema.ts'

/** Inserts the invitations that a new company has from the start, and their history. */
export async function insertInvitations(
  transaction: Transaction<Schema>,
  companyId: string,
  invitations: readonly SeededInvitation[],
): Promise<void> {
  const rows = invitations.map(({ delivery, ...rest }) => ({
    ...rest,
    ...delivery,
    searchText: fold(rest.email),
  }))
  await sql`
    insert into invitations (company_id, id, email, address, email_key, search_text, role_id, team_ids, administrative,
      message, locale, invited_by, invited_at, asked_by, asked_at, expires_at, generation, delivery, delivery_reason,
      next_try_at, sent_at)
    select ${companyId}, p.id, p.email, p.address, p."emailKey", p."searchText", p."roleId", p."teamIds",
      p.administrative, p.message, p.locale, p."invitedBy", p."invitedAt", p."invitedBy", p."askedAt", p."expiresAt",
      p.generation, p.state, p.reason, p."nextTryAt", p."sentAt"
    from jsonb_to_recordset(${JSON.stringify(rows)}) as p(id text, email text, address text, "emailKey" text,
      "searchText" text, "roleId" text, "teamIds" text[], administrative text[], message text, locale text,
      "invitedBy" text, "invitedAt" timestamptz, "askedAt" timestamptz, "expiresAt" timestamptz, generation integer,
      state text, reason text, "nextTryAt" timestamptz, "sentAt" timestamptz)`.execute(transaction)
  await sql`
    insert into audit (company_id, id, revision, at, intent, actor_kind, actor_id, action, target_id, after, request_id)
    select ${companyId}, p.id, 0, p.at, p.intent, p.actor ->> 'kind', p.actor ->> 'id', p.action, p."targetId", p.after,
      p."requestId"
    from jsonb_to_recordset(${JSON.stringify(seededHistory(invitations))}) as p(id text, at timestamptz, intent text,
      actor jsonb, action text, "targetId" text, after jsonb, "requestId" text)`.execute(transaction)
}
