import type { Handler } from '../http/call.ts'
import { requireSelection } from '../http/targets.ts'
import type { SelectionRecord, SelectionRowRecord } from '../ports/selections.ts'
import { skipParams } from './skip-params.ts'

const defaultLimit = 50

export const listSelectionRows: Handler<'listSelectionRows'> = async (call, { store }) => {
  const { selectionId, query, place } = call
  const { selection } = await requireSelection(place.company.id, selectionId, store)
  const { outcome, offset = 0, limit = defaultLimit } = query
  const rows = await store.selections.rows(place.company.id, selectionId, { outcome, offset, limit })
  const paramsOf = skipParams(place)
  const view = ({ userId, roleId, ...row }: SelectionRowRecord) => {
    const params = row.outcome === 'skipped' && row.reason ? paramsOf(row.reason, roleId ?? '') : row.params
    return { id: userId, ...row, ...(params && { params }) }
  }
  return {
    rows: rows.map(view),
    offset,
    total: totals[outcome ?? 'all'](selection),
    totalIs: 'exact' as const,
  }
}

const totals = {
  all: ({ total }: SelectionRecord) => total,
  allowed: ({ allowed, position }: SelectionRecord) => allowed - position,
  skipped: ({ total, allowed }: SelectionRecord) => total - allowed,
  done: ({ done }: SelectionRecord) => done,
  partial: ({ partial }: SelectionRecord) => partial,
  failed: ({ failed }: SelectionRecord) => failed,
}
