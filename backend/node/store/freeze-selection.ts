import { type RawBuilder, sql, type Transaction } from 'kysely'
import type { Freeze, FreezeOf, FreezeSkips, Frozen, SelectionRecord } from '../../core/ports/selections.ts'
import { selectionTimes } from '../../core/selections/limits.ts'
import type { Database } from '../database/database.ts'
import type { Schema } from '../database/schema.ts'
import { clock } from './invitation-row.ts'
import { invitationFilter, invitationOrder } from './list-invitations.ts'
import { listedUsers } from './listed-users.ts'
import { type SelectionRow, selectionColumns, toSelection } from './selection-row.ts'
import { userOrder } from './user-order.ts'

const toBegin = sql.raw(`interval '${selectionTimes.begin} milliseconds'`)

interface Group {
  skip: 'self' | 'role_exceeds_yours' | 'last_admin' | null
  role_id: string
  count: number
}

/** The users of a selection with their roles and places. */
function chosen(companyId: string, of: FreezeOf, most: number): RawBuilder<unknown> {
  if ('invitations' in of) throw new Error('Invitations are not users.')
  if ('ids' in of)
    return sql`
      select u.id, u.role_id, min(t.place) as place, null::integer as origin
      from unnest(${[...of.ids]}::text[]) with ordinality t(id, place)
      join users u on u.company_id = ${companyId} and u.id = t.id and u.deleted_at is null
      group by u.id, u.role_id limit ${most + 1}`
  if ('listing' in of) return listed(companyId, of.listing, of.except, most)
  if ('failedOf' in of)
    return sql`
      select u.id, u.role_id, r.place, null::integer as origin from selection_rows r
      join users u on u.company_id = r.company_id and u.id = r.user_id and u.deleted_at is null
      where r.company_id = ${companyId} and r.selection_id = ${of.failedOf} and r.outcome = 'failed'
        and r.code <> 'changed_since' limit ${most + 1}`
  const failed =
    of.failedIn === undefined
      ? sql``
      : sql`join selection_rows f on f.company_id = r.company_id and f.selection_id = ${of.failedIn} and f.origin = r.place
        and f.outcome = 'failed' and f.code <> 'changed_since'`
  return sql`
    select r.user_id as id, null::text as role_id, r.place, r.place as origin from selection_rows r ${failed}
    where r.company_id = ${companyId} and r.selection_id = ${of.undoOf} and r.before is not null and not r.is_undone
    limit ${most + 1}`
}

/** The invitations of a selection that haven't ended, with their roles and places. */
function chosenInvitations(companyId: string, of: FreezeOf, most: number): RawBuilder<unknown> {
  const open = sql`i.company_id = ${companyId} and i.ended_as is null`
  if ('ids' in of)
    return sql`
      select i.id, i.role_id, min(t.place) as place, null::integer as origin
      from unnest(${[...of.ids]}::text[]) with ordinality t(id, place)
      join invitations i on i.id = t.id and ${open} group by i.id, i.role_id limit ${most + 1}`
  if ('invitations' in of)
    return sql`
      select i.id, i.role_id, row_number() over (order by ${invitationOrder(of.invitations)}) as place,
        null::integer as origin
      from invitations i, clock
      where ${invitationFilter(companyId, of.invitations)} and i.id <> all(${[...of.except]}::text[])
      limit ${most + 1}`
  const source = 'failedOf' in of ? of.failedOf : ''
  return sql`
    select i.id, i.role_id, r.place, null::integer as origin from selection_rows r
    join invitations i on i.id = r.user_id and ${open}
    where r.company_id = ${companyId} and r.selection_id = ${source} and r.outcome = 'failed' limit ${most + 1}`
}

function listed(
  companyId: string,
  listing: Extract<FreezeOf, { listing: unknown }>['listing'],
  except: readonly string[],
  most: number,
) {
  const { key, id, direction } = userOrder(listing)
  return sql`
    select page.id, u.role_id, page.place, null::integer as origin from (
      select ${id} as id, row_number() over (order by ${key} ${direction}, ${id} ${direction}) as place
      from ${listedUsers(companyId, listing)} and ${id} <> all(${[...except]}::text[])
      order by ${key} ${direction}, ${id} ${direction} limit ${most + 1}
    ) page join users u on u.company_id = ${companyId} and u.id = page.id`
}

const skipOf = ({ self, beyond, lastAdmin }: FreezeSkips) => sql`
  case when c.id = ${self}::text then 'self'
    when c.role_id = any(${[...beyond]}::text[]) then 'role_exceeds_yours'
    when c.role_id = ${lastAdmin?.roleId ?? null}::text and ${lastAdmin?.count ?? 0}::integer <= count(*) filter (
      where c.role_id = ${lastAdmin?.roleId ?? null}::text and c.id is distinct from ${self}::text) over (order by c.place)
      then 'last_admin' end`

/** Inserts all rows, with the skipped ones last, and returns the number of each kind. */
const rowsInserted = (companyId: string, { id, resource, of, skips, most }: Freeze) => sql<Group>`
  with ${clock}, chosen as materialized (
    ${resource === 'users' ? chosen(companyId, of, most) : chosenInvitations(companyId, of, most)}),
  judged as materialized (select c.id, c.role_id, c.place, c.origin, ${skipOf(skips)} as skip from chosen c),
  inserted as (
    insert into selection_rows (company_id, selection_id, place, user_id, role_id, skip, origin)
    select ${companyId}, ${id}, row_number() over (order by j.skip is not null, j.place) - 1, j.id, j.role_id, j.skip,
      j.origin
    from judged j
  )
  select skip, role_id, count(*)::integer as count from judged group by skip, role_id order by skip, role_id`

const revisionOf = (companyId: string) => sql`(select revision from companies where id = ${companyId})`

/** Finds an intent that is already used by an earlier selection or another change. */
const earlier = (companyId: string, intentId: string) => sql<{
  fingerprint: string
  selection: SelectionRow | null
  revision: number
}>`
  select s.fingerprint, row_to_json(s) as selection, ${revisionOf(companyId)} as revision from (
    select s.fingerprint, ${selectionColumns} from selections s
    where s.company_id = ${companyId} and s.intent = ${intentId}) s
  union all
  select '', null, 0 from intents i where i.company_id = ${companyId} and i.id = ${intentId} limit 1`

/** The selection that was made for an intent, or null for a new intent. */
export async function knownSelection(
  { db }: Database,
  companyId: string,
  { id, fingerprint }: Freeze['intent'],
): Promise<Frozen | null> {
  const { rows } = await earlier(companyId, id).execute(db)
  const [row] = rows
  if (!row) return null
  return row.selection && row.fingerprint === fingerprint
    ? { ok: true, selection: toSelection(row.selection), revision: row.revision }
    : { ok: false, code: 'idempotency_mismatch' }
}

/** Freezes a selection, once for its intent. It takes no lock, since each row is checked again when its turn comes. */
export async function freezeSelection(
  database: Database,
  companyId: string,
  freeze: Freeze,
): Promise<Frozen> {
  const before = await knownSelection(database, companyId, freeze.intent)
  if (before) return before
  try {
    // A list of ids is short. Anything else may take longer than the usual limit of a statement.
    const { db, bulk } = database
    const inserting = 'ids' in freeze.of ? db.transaction() : bulk.transaction()
    return await inserting.execute((transaction) => insert(transaction, companyId, freeze))
  } catch (error) {
    if (error instanceof Unfit) return { ok: false, code: error.code }
    // The same request at the same time.
    const other = await knownSelection(database, companyId, freeze.intent)
    if (other) return other
    throw error
  }
}

/** Rolls the transaction back. */
class Unfit extends Error {
  readonly code: 'selection_empty' | 'selection_too_large' | 'rate_limited'
  constructor(code: Unfit['code']) {
    super(code)
    this.code = code
  }
}

async function insert(transaction: Transaction<Schema>, companyId: string, freeze: Freeze): Promise<Frozen> {
  const { id, intent, resource, action, madeBy, of, most } = freeze
  const { rows: groups } = await rowsInserted(companyId, freeze).execute(transaction)
  const total = groups.reduce((sum, { count }) => sum + count, 0)
  if (total === 0) throw new Unfit('selection_empty')
  if (total > most) throw new Unfit('selection_too_large')
  if ((await keptRows(transaction, companyId)) + total > freeze.mostKept) throw new Unfit('rate_limited')
  const allowed = groups.reduce((sum, { skip, count }) => sum + (skip ? 0 : count), 0)
  const skipped = JSON.stringify(skippedOf(groups, freeze))
  const { rows } = await sql<SelectionRow & { revision: number }>`
    with s as (
      insert into selections (company_id, id, intent, fingerprint, resource, action, made_by, made_at, total, allowed,
        skipped, undo_of)
      values (${companyId}, ${id}, ${intent.id}, ${intent.fingerprint}, ${resource}, ${JSON.stringify(action)}::jsonb,
        ${madeBy}, (select roster_now()), ${total}, ${allowed}, ${skipped}::jsonb, ${'undoOf' in of ? of.undoOf : null})
      returning *
    )
    select ${selectionColumns}, ${revisionOf(companyId)} as revision from s`.execute(transaction)
  const [row] = rows
  if (!row) throw new Error('The selection was not written.')
  return { ok: true, selection: toSelection(row), revision: row.revision }
}

/** The rows of selections, except those that can no longer be started. */
async function keptRows(transaction: Transaction<Schema>, companyId: string): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select coalesce(sum(total), 0)::integer as total from selections
    where company_id = ${companyId} and (begun_at is not null or made_at > (select roster_now()) - ${toBegin})
  `.execute(transaction)
  return rows[0]?.total ?? 0
}

const skippedOf = (groups: Group[], { paramsOf }: Freeze): SelectionRecord['skipped'] =>
  groups.flatMap(({ skip, role_id, count }) => {
    if (!skip) return []
    const params = paramsOf(skip, role_id)
    return { reason: skip, ...(params && { params }), count }
  })
