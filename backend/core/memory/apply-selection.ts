import type { SelectionChange } from '../ports/selections.ts'
import type { Intent } from '../ports/write.ts'
import type { MemoryCompany } from './memory-company.ts'
import type { MemorySelection } from './memory-selection.ts'

/** Applies what a write changes of selections. */
export function applySelection(company: MemoryCompany, intent: Intent, change: SelectionChange, now: Date) {
  if (change.kind === 'record') record(company, intent, change, now)
  else if (change.kind === 'stop') stop(company.selections.get(change.id), now)
  else step(company, intent, change, now)
}

function stop(selection: MemorySelection | undefined, now: Date) {
  if (selection && !selection.endedAt) Object.assign(selection, { endedAt: now, isStopped: true })
}

function record(
  { selections }: MemoryCompany,
  { id, actor }: Intent,
  { action, userId, before }: Extract<SelectionChange, { kind: 'record' }>,
  now: Date,
) {
  const result = { place: 0, userId, outcome: 'done' as const, before }
  selections.set(id, {
    id,
    intent: null,
    resource: 'users',
    action,
    madeBy: actor.id,
    madeAt: now,
    begunAt: now,
    touchedAt: now,
    endedAt: now,
    isStopped: false,
    total: 1,
    allowed: 1,
    skipped: [],
    impact: [],
    position: 1,
    done: 1,
    failed: 0,
    partial: 0,
    undoable: 1,
    undoOf: null,
    undone: null,
    rows: [
      { place: 0, userId, roleId: null, before: null, skip: null, result, isUndone: false, origin: null },
    ],
  })
}

function step(
  { selections }: MemoryCompany,
  { actor }: Intent,
  { id, action, results, isLast, undoOf }: Extract<SelectionChange, { kind: 'step' }>,
  now: Date,
) {
  const selection = selections.get(id)
  if (!selection) throw new Error(`There is no selection "${id}".`)
  const source = undoOf === null ? undefined : selections.get(undoOf)
  for (const result of results) {
    const row = selection.rows[result.place]
    if (!row) throw new Error(`The selection has no row ${result.place}.`)
    row.result = result
    const origin = row.origin === null ? undefined : source?.rows[row.origin]
    if (source && origin && !origin.isUndone && result.outcome !== 'failed') {
      origin.isUndone = true
      source.undoable--
      source.undone ??= { by: actor.id, at: now }
    }
  }
  const count = (...outcomes: string[]) => results.filter(({ outcome }) => outcomes.includes(outcome)).length
  selection.position += results.length
  selection.done += count('done', 'partial')
  selection.partial += count('partial')
  selection.failed += count('failed')
  selection.undoable += results.filter(({ before }) => before && undoOf === null).length
  if (action) selection.action = action
  selection.begunAt ??= now
  selection.touchedAt = now
  if (isLast) selection.endedAt ??= now
}
