import { randomUUID } from 'node:crypto'
import { type RawBuilder, sql } from 'kysely'
import type { Database } from '../database/database.ts'
import { changesChannel } from './change-hints.ts'

/**
 * Sets columns of a company that invitations depend on, with an entry in the audit log, so that open pages load again.
 */
export async function setInvitationRules(
  { run }: Pick<Database, 'run'>,
  companyId: string,
  assignments: RawBuilder<unknown>,
  after: Record<string, unknown>,
): Promise<void> {
  const intent = randomUUID()
  await run(sql`
    with company as (
      update companies set ${assignments}, revision = revision + 1, invitations_revision = revision + 1
      where id = ${companyId} returning id, revision, pg_notify(${changesChannel}, id)
    ), audited as (
      insert into audit (company_id, id, revision, at, intent, actor_kind, actor_id, action, target_id, after, request_id)
      select id, ${randomUUID()}, revision, (select roster_now()), ${intent}, 'system', 'roster-backend',
        'set_invitation_rules', id, ${JSON.stringify(after)}::jsonb, ${intent}
      from company
    )
    insert into changes (company_id, revision, resource, ids, intent, at)
    select id, revision, 'invitations', '{}', ${intent}, (select roster_now()) from company`)
}
