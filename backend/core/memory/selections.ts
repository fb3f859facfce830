import type {
  Freeze,
  Frozen,
  SelectionRecord,
  SelectionRowListing,
  SelectionRowRecord,
  SelectionStore,
} from '../ports/selections.ts'
import { teamMembership } from '../rules/team-membership.ts'
import { selectionTimes } from '../selections/limits.ts'
import { freezeRows } from './freeze-rows.ts'
import type { MemoryCompany } from './memory-company.ts'
import type { MemoryRow } from './memory-selection.ts'
import { selectionRecord } from './selection-record.ts'

const mostListed = 200

/** The selections of the companies in memory. */
export function memorySelections(companyOf: (id: string) => MemoryCompany, now: () => Date): SelectionStore {
  const rowsOf = (companyId: string, id: string) => companyOf(companyId).selections.get(id)?.rows ?? []
  const allowed = (companyId: string, id: string) => rowsOf(companyId, id).filter(({ skip }) => !skip)
  return {
    known: async (companyId, intent) => known(companyOf(companyId), intent),
    freeze: async (companyId, freeze) => keep(companyOf(companyId), freeze, now()),
    find: async (companyId, id) => selectionRecord(companyOf(companyId), id),
    async list(companyId, since) {
      const company = companyOf(companyId)
      const ids = [...company.selections.values()]
        .filter(({ madeAt, begunAt }) => madeAt >= since && begunAt !== null)
        .map(({ id }) => id)
      return ids
        .reverse()
        .slice(0, mostListed)
        .flatMap((id) => selectionRecord(company, id) ?? [])
    },
    async rows(companyId, id, { outcome, offset, limit }) {
      const matching = rowsOf(companyId, id).filter((row) => matches(row, outcome))
      return matching.slice(offset, offset + limit).map((row) => view(companyOf(companyId), row))
    },
    turns: async (companyId, id, from, limit) => allowed(companyId, id).slice(from, from + limit),
    allowedIds: async (companyId, id) => allowed(companyId, id).map(({ userId }) => userId),
    async teamCounts(companyId, id) {
      const { catalogue, users } = companyOf(companyId)
      const chosen = allowed(companyId, id).flatMap(({ userId }) => users.get(userId) ?? [])
      return new Map(
        catalogue.teams.map((team) => [team.id, chosen.filter((user) => teamMembership(user, team)).length]),
      )
    },
    async setImpact(companyId, id, impact) {
      const selection = companyOf(companyId).selections.get(id)
      if (selection) selection.impact = impact
    },
    async names(companyId, userIds) {
      const { users, invitations } = companyOf(companyId)
      const found = userIds.flatMap((id) => users.get(id) ?? invitations.get(id) ?? [])
      return new Map(found.map((one) => [one.id, ('name' in one && one.name) || one.email]))
    },
  }
}

function known(company: MemoryCompany, intent: Freeze['intent']): Frozen | null {
  const earlier = [...company.selections.values()].find((selection) => selection.intent?.id === intent.id)
  const isSame = earlier?.intent?.fingerprint === intent.fingerprint
  const selection = earlier && isSame && selectionRecord(company, earlier.id)
  if (selection) return { ok: true, selection, revision: company.revision }
  return earlier || company.answers.has(intent.id) ? { ok: false, code: 'idempotency_mismatch' } : null
}

function keep(company: MemoryCompany, freeze: Freeze, now: Date): Frozen {
  const { intent, most } = freeze
  const earlier = known(company, intent)
  if (earlier) return earlier
  forget(company, now)
  const rows = freezeRows(company, freeze, now)
  if (rows.length === 0) return { ok: false, code: 'selection_empty' }
  if (rows.length > most) return { ok: false, code: 'selection_too_large' }
  if (keptRows(company, now) + rows.length > freeze.mostKept) return { ok: false, code: 'rate_limited' }
  const { id, resource, action, madeBy, of } = freeze
  company.selections.set(id, {
    id,
    intent,
    resource,
    action,
    madeBy,
    madeAt: now,
    begunAt: null,
    touchedAt: null,
    endedAt: null,
    isStopped: false,
    total: rows.length,
    allowed: rows.filter(({ skip }) => !skip).length,
    skipped: skippedOf(rows, freeze),
    impact: null,
    position: 0,
    done: 0,
    failed: 0,
    partial: 0,
    undoable: 0,
    undoOf: 'undoOf' in of ? of.undoOf : null,
    undone: null,
    rows,
  })
  const { revision } = company
  return { ok: true, selection: selectionRecord(company, id) as SelectionRecord, revision }
}

/** The rows of selections, except those that can no longer be started. */
function keptRows({ selections }: MemoryCompany, now: Date) {
  const oldest = now.getTime() - selectionTimes.begin
  const kept = [...selections.values()].filter(({ begunAt, madeAt }) => begunAt || madeAt.getTime() > oldest)
  return kept.reduce((sum, { total }) => sum + total, 0)
}

/** Deletes selections that can't be used any more, except those that an undo which may go on needs. */
function forget({ selections }: MemoryCompany, now: Date) {
  const oldest = now.getTime() - selectionTimes.keep
  const [old, recent] = [new Set<string>(), new Set<string | null>()]
  for (const { id, madeAt, endedAt, undoOf } of selections.values())
    if (madeAt.getTime() < oldest) old.add(id)
    else if (!endedAt) recent.add(undoOf)
  for (const id of old) if (!recent.has(id)) selections.delete(id)
}

function skippedOf(rows: MemoryRow[], { paramsOf }: Freeze): SelectionRecord['skipped'] {
  const skipped = rows.flatMap(({ skip, roleId }) => (skip && roleId !== null ? { skip, roleId } : []))
  const groups = Map.groupBy(skipped, ({ skip, roleId }) =>
    skip === 'self' ? skip : JSON.stringify([skip, roleId]),
  )
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    if (!first) return []
    const params = paramsOf(first.skip, first.roleId)
    return { reason: first.skip, ...(params && { params }), count: group.length }
  })
}

function matches(row: MemoryRow, outcome: SelectionRowListing['outcome']) {
  const own = outcomeOf(row)
  return !outcome || own === outcome || (outcome === 'done' && own === 'partial')
}

const outcomeOf = ({ skip, result }: MemoryRow) => (skip ? 'skipped' : (result?.outcome ?? 'allowed'))

function view({ users, invitations }: MemoryCompany, row: MemoryRow): SelectionRowRecord {
  const { userId, roleId, skip, result } = row
  const user = users.get(userId)
  return {
    userId,
    name: user?.name ?? '',
    email: user?.email ?? invitations.get(userId)?.email ?? '',
    ...(user?.avatarUrl !== undefined && { avatarUrl: user.avatarUrl }),
    roleId,
    outcome: outcomeOf(row),
    ...(skip && { reason: skip }),
    ...(result?.code !== undefined && { code: result.code }),
    ...(result?.reason !== undefined && { reason: result.reason }),
    ...(result?.params && { params: result.params }),
    ...(result?.missing && { missing: result.missing }),
  }
}
