import { sql } from 'kysely'
import type { SelectionRecord } from '../../core/ports/selections.ts'

type Moment = Date | string

/** The columns of {@link selectionColumns}. Moments are dates in a row, and texts inside JSON. */
export interface SelectionRow {
  id: string
  resource: 'users' | 'invitations'
  action: SelectionRecord['action']
  made_by: string
  made_by_name: string | null
  made_at: Moment
  begun_at: Moment | null
  touched_at: Moment | null
  ended_at: Moment | null
  is_stopped: boolean
  total: number
  allowed: number
  skipped: SelectionRecord['skipped']
  impact: SelectionRecord['impact']
  position: number
  done: number
  failed: number
  partial: number
  undoable: number
  undo_of: string | null
  undone_at: Moment | null
  undone_by: string | null
  undone_by_name: string | null
}

const nameOf = (column: 'made_by' | 'undone_by') => sql`
  (select coalesce(nullif(u.name, ''), nullif(u.email, '')) from users u
    where u.company_id = s.company_id and u.id = ${sql.ref(`s.${column}`)})`

/** Columns of a selection `s`. */
export const selectionColumns = sql`
  s.id, s.resource, s.action, s.made_by, ${nameOf('made_by')} as made_by_name, s.made_at, s.begun_at, s.touched_at,
  s.ended_at, s.is_stopped, s.total, s.allowed, s.skipped, s.impact, s.position, s.done, s.failed, s.partial, s.undoable,
  s.undo_of, s.undone_at, s.undone_by, ${nameOf('undone_by')} as undone_by_name`

const actor = (id: string, name: string | null) => ({ id, ...(name !== null && { name }) })
const moment = (value: Moment | null) => (value === null ? null : new Date(value))

/** A row as the rules know selections. */
export function toSelection(row: SelectionRow): SelectionRecord {
  const { id, resource, action, total, allowed, skipped, impact } = row
  const { position, done, failed, partial, undoable } = row
  const undoneAt = moment(row.undone_at)
  return {
    ...{ id, resource, action, total, allowed, skipped, impact, position, done, failed, partial, undoable },
    madeBy: actor(row.made_by, row.made_by_name),
    madeAt: new Date(row.made_at),
    begunAt: moment(row.begun_at),
    touchedAt: moment(row.touched_at),
    endedAt: moment(row.ended_at),
    isStopped: row.is_stopped,
    undoOf: row.undo_of,
    undone:
      undoneAt && row.undone_by !== null
        ? { by: actor(row.undone_by, row.undone_by_name), at: undoneAt }
        : null,
  }
}
