import { type ExportStore, exportPageRows, exportsEach } from '../ports/exports.ts'
import { listUsers } from './list-users.ts'
import type { MemoryCompany } from './memory-company.ts'
import { toRecord } from './to-record.ts'

const day = 86_400_000

/** The exports of the companies in memory. */
export function memoryExports(companyOf: (id: string) => MemoryCompany, now: () => Date): ExportStore {
  return {
    async begin(companyId, id, listing, { actor, requestId }) {
      const company = companyOf(companyId)
      const { exports, audit } = company
      const at = now()
      for (const [old, { madeAt }] of exports) if (at.getTime() - madeAt.getTime() > day) exports.delete(old)
      const own = [...exports.values()].filter(({ madeBy }) => madeBy === actor.id)
      for (const old of own.slice(0, Math.max(0, own.length - exportsEach + 1))) old.ids = []
      const everyone = { ...listing, limit: Number.MAX_SAFE_INTEGER, from: { offset: 0 } }
      const ids = listUsers(company, everyone).users.map((user) => user.id)
      exports.set(id, { madeBy: actor.id, madeAt: at, ids, done: false, rows: 0, bytes: 0 })
      const entry = { id: crypto.randomUUID(), at, intent: id, actor, requestId }
      audit.push({ ...entry, action: 'export_users', targetId: id })
      return { total: ids.length }
    },
    async page(companyId, id, page) {
      const { exports, users } = companyOf(companyId)
      const ids = exports.get(id)?.ids.slice(page * exportPageRows, (page + 1) * exportPageRows) ?? []
      return ids.length > 0 ? ids.flatMap((userId) => toRecord(users.get(userId)) ?? []) : null
    },
    async end(companyId, id, progress) {
      const known = companyOf(companyId).exports.get(id)
      if (known) Object.assign(known, progress, { ids: [] })
    },
    async find(companyId, id) {
      const known = companyOf(companyId).exports.get(id)
      return known ? { done: known.done, rows: known.rows, bytes: known.bytes, madeBy: known.madeBy } : null
    },
  }
}
