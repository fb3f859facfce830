import type { ChangePage } from '../ports/change-log.ts'
import type { MemoryCompany } from './memory-company.ts'

const day = 86_400_000
const most = 500

/** The changes after `since`. The changes of one revision stay together. */
export function changesSince(company: MemoryCompany, since: number | undefined, now: Date): ChangePage {
  forget(company, now)
  const { revision, forgotten } = company
  if (since === undefined) return { changes: [], revision, gap: false }
  const after = company.changes.filter((change) => change.revision > since)
  const cut = after[most]?.revision
  const changes = after.slice(0, most).filter((change) => change.revision !== cut)
  return { changes, revision, gap: since < forgotten || since > revision }
}

/** Deletes changes that are older than a day. */
function forget(company: MemoryCompany, now: Date) {
  const oldest = now.getTime() - day
  const fresh = company.changes.findIndex(({ at }) => at.getTime() > oldest)
  const dropped = company.changes.splice(0, fresh < 0 ? company.changes.length : fresh)
  company.forgotten = dropped.at(-1)?.revision ?? company.forgotten
}
