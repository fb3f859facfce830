import type { MemoryCompany } from './memory-company.ts'

/** Raises the revision for invitations that have expired since the last call, so that open lists load again. */
export function lapse(company: MemoryCompany, now: Date) {
  const { lapsedUntil, invitations, changes, watchers } = company
  company.lapsedUntil = now
  const lapsed = [...invitations.values()].filter(
    ({ end, expiresAt }) => !end && expiresAt > lapsedUntil && expiresAt <= now,
  )
  if (lapsed.length === 0) return
  const revision = company.revision + 1
  company.revision = revision
  company.invitationsRevision = revision
  const intent = crypto.randomUUID()
  changes.push({ revision, resource: 'invitations', ids: lapsed.map(({ id }) => id), intent, at: now })
  for (const listener of watchers) listener()
}
