import { type RawBuilder, sql } from 'kysely'
import type { SelectionChange, TurnResult } from '../../core/ports/selections.ts'
import type { Intent } from '../../core/ports/write.ts'

/** Common table expressions, each with a trailing comma, that apply the changes of a write to selections. */
export function applySelection(
  companyId: string,
  { id, actor }: Intent,
  change: SelectionChange,
  now: Date,
): RawBuilder<unknown> {
  switch (change.kind) {
    case 'record':
      return sql`
    recorded as (
      insert into selections (company_id, id, fingerprint, resource, action, made_by, made_at, begun_at, touched_at,
        ended_at, total, allowed, skipped, impact, position, done, undoable)
      values (${companyId}, ${id}, '', 'users', ${JSON.stringify(change.action)}::jsonb, ${actor.id},
        ${now}::timestamptz, ${now}::timestamptz, ${now}::timestamptz, ${now}::timestamptz, 1, 1, '[]', '[]', 1, 1, 1)
    ), recorded_row as (
      insert into selection_rows (company_id, selection_id, place, user_id, outcome, before)
      values (${companyId}, ${id}, 0, ${change.userId}, 'done', ${JSON.stringify(change.before)}::jsonb)
    ), `
    case 'stop':
      return sql`
    stopped as (
      update selections set ended_at = ${now}::timestamptz, is_stopped = true
      where company_id = ${companyId} and id = ${change.id} and ended_at is null
    ), `
    case 'step':
      return step(companyId, actor.id, change, now)
  }
}

const countOf = (results: TurnResult[], ...outcomes: TurnResult['outcome'][]) =>
  results.filter(({ outcome }) => outcomes.includes(outcome)).length

function step(
  companyId: string,
  actorId: string,
  { id, action, results, isLast, undoOf }: Extract<SelectionChange, { kind: 'step' }>,
  now: Date,
) {
  const rows = JSON.stringify(results)
  const undoable = undoOf === null ? results.filter(({ before }) => before).length : 0
  return sql`
    stepped as (
      update selection_rows r set outcome = p.outcome, code = p.code, reason = p.reason, params = p.params,
        missing = p.missing, before = p.before
      from jsonb_to_recordset(${rows}) as p(
        place integer, outcome text, code text, reason text, params jsonb, missing jsonb, before jsonb)
      where r.company_id = ${companyId} and r.selection_id = ${id} and r.place = p.place
    ), progressed as (
      update selections set action = coalesce(${action ? JSON.stringify(action) : null}::jsonb, action),
        position = position + ${results.length}::integer,
        done = done + ${countOf(results, 'done', 'partial')}::integer,
        partial = partial + ${countOf(results, 'partial')}::integer,
        failed = failed + ${countOf(results, 'failed')}::integer, undoable = undoable + ${undoable}::integer,
        begun_at = coalesce(begun_at, ${now}::timestamptz), touched_at = ${now}::timestamptz,
        ended_at = coalesce(ended_at, case when ${isLast}::boolean then ${now}::timestamptz end)
      where company_id = ${companyId} and id = ${id}
    ), ${undoOf === null ? sql`` : undone({ companyId, actorId, id, undoOf, rows, now })}`
}

interface Undone {
  companyId: string
  actorId: string
  id: string
  undoOf: string
  rows: string
  now: Date
}

/** Marks the rows that were undone, so that another undo of the rest leaves them out. */
const undone = ({ companyId, actorId, id, undoOf, rows, now }: Undone) => sql`
    undone as (
      update selection_rows o set is_undone = true
      from selection_rows r, jsonb_to_recordset(${rows}) as p(place integer, outcome text)
      where r.company_id = ${companyId} and r.selection_id = ${id} and r.place = p.place and p.outcome <> 'failed'
        and o.company_id = ${companyId} and o.selection_id = ${undoOf} and o.place = r.origin and not o.is_undone
      returning o.place
    ), undone_source as (
      update selections set undoable = undoable - n, undone_at = coalesce(undone_at, ${now}::timestamptz),
        undone_by = coalesce(undone_by, ${actorId})
      from (select count(*)::integer as n from undone) counted
      where company_id = ${companyId} and id = ${undoOf} and n > 0
    ), `
