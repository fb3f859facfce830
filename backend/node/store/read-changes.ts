import { sql } from 'kysely'
import type { ChangePage, ChangeRecord } from '../../core/ports/change-log.ts'
import type { Database } from '../database/database.ts'

type Row = { latest: number } & (ChangeRecord | { revision: null })

const mostEntries = 500

/** The log after a revision, for a day. The changes of one revision stay together. */
export async function readChanges({ run }: Database, companyId: string, since?: number): Promise<ChangePage> {
  const rows = await run(sql<Row>`
    select c.revision as latest, entry.* from companies c left join lateral (
      select revision, resource, ids, intent, at from changes
      where company_id = ${companyId} and revision > ${since ?? null}::bigint
        and at > (select roster_now()) - interval '1 day'
      order by revision, resource limit ${mostEntries + 1}
    ) entry on true
    where c.id = ${companyId}
    order by entry.revision, entry.resource
  `)
  const revision = rows[0]?.latest ?? 0
  if (since === undefined) return { changes: [], revision, gap: false }

  const entries = rows.flatMap(({ latest: _, ...entry }) => (entry.revision === null ? [] : [entry]))
  const cut = entries[mostEntries]?.revision
  const changes = entries.filter((entry) => entry.revision !== cut)
  const isBehind = since < revision && entries[0]?.revision !== since + 1
  return { changes, revision, gap: since > revision || isBehind }
}
