import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Database } from '../database/database.ts'
import { changesChannel } from './change-hints.ts'

/**
 * Raises the revision of companies whose invitations have expired since the last call. Nothing else changes: whether an
 * invitation is pending follows from its time. Another instance that does the same at the same moment is not waited for.
 */
export async function lapse({ db }: Pick<Database, 'db'>): Promise<void> {
  await sql`
    with clock as materialized (select roster_now() as now),
    held as materialized (
      select c.id, c.lapsed_until from companies c
      where c.id in (
        select i.company_id from invitations i, clock
        where i.ended_as is null and i.expires_at <= clock.now and i.expires_at > clock.now - interval '1 day')
      for update skip locked
    ), lapsed as materialized (
      select i.company_id, array_agg(i.id order by i.id) as ids
      from held join invitations i on i.company_id = held.id, clock
      where i.ended_as is null and i.expires_at <= clock.now and i.expires_at > clock.now - interval '1 day'
        and i.expires_at > held.lapsed_until
      group by i.company_id
    ), raised as (
      update companies c set revision = c.revision + 1, invitations_revision = c.revision + 1, lapsed_until = clock.now
      from lapsed, clock where c.id = lapsed.company_id
      returning c.id, c.revision, lapsed.ids, clock.now
    ), logged as (
      insert into changes (company_id, revision, resource, ids, intent, at)
      select id, revision, 'invitations', ids, ${randomUUID()}, now from raised
    )
    select pg_notify(${changesChannel}, id) from raised`.execute(db)
}
