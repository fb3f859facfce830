import { type Kysely, sql } from 'kysely'
import { foldUser } from './005-fold.ts'

/** Rows that are read and written at a time. */
const batch = 1_000

interface Row {
  company_id: string
  id: string
  name: string
  email: string
  sort_key: string
  search_text: string
}

/** Folds the names and emails of all users again, deleted ones included. */
export async function up(db: Kysely<unknown>): Promise<void> {
  let last = { company_id: '', id: '' }
  for (;;) {
    const { rows } = await sql<Row>`
      select company_id, id, name, email, sort_key, search_text from users
      where (company_id, id) > (${last.company_id}, ${last.id}) order by company_id, id limit ${batch}
    `.execute(db)
    await write(db, rows.flatMap(changed))
    const end = rows.at(-1)
    if (!end || rows.length < batch) return
    last = end
  }
}

function changed(row: Row): Row[] {
  const { sortKey, searchText } = foldUser(row)
  if (sortKey === row.sort_key && searchText === row.search_text) return []
  return [{ ...row, sort_key: sortKey, search_text: searchText }]
}

async function write(db: Kysely<unknown>, rows: readonly Row[]) {
  if (rows.length === 0) return
  await sql`
    update users u set sort_key = c.sort_key, search_text = c.search_text
    from json_to_recordset(${JSON.stringify(rows)}::json)
      as c (company_id text, id text, sort_key text, search_text text)
    where u.company_id = c.company_id and u.id = c.id
  `.execute(db)
}
