import { type InvitationStore, mostInviters } from '../ports/invitation-store.ts'
import { auditOf } from './audit-of.ts'
import { addressFacts, seatsOf } from './invitation-facts.ts'
import { invitationRecord } from './invitation-record.ts'
import { lapse } from './lapse.ts'
import { invitersOf, listInvitations } from './list-invitations.ts'
import type { MemoryCompany } from './memory-company.ts'

/** The invitations of the companies in memory. */
export function memoryInvitations(
  companies: Map<string, MemoryCompany>,
  companyOf: (id: string) => MemoryCompany,
  now: () => Date,
): InvitationStore {
  return {
    list: async (companyId, listing) => listInvitations(companyOf(companyId), listing, now()),
    async find(companyId, ids) {
      const company = companyOf(companyId)
      const found = ids.flatMap((id) => company.invitations.get(id) ?? [])
      return new Map(found.map((one) => [one.id, invitationRecord(company, one)]))
    },
    addresses: async (companyId, keys) => addressFacts(companyOf(companyId), keys, now()),
    async settings(companyId) {
      const company = companyOf(companyId)
      const at = now()
      const queued = [...company.mail.values()].filter(({ state }) => state === 'queued')
      const ours = queued
        .filter(({ isOurs }) => isOurs)
        .sort((a, b) => a.nextTryAt.getTime() - b.nextTryAt.getTime())
      const [first] = ours
      return {
        domains: company.domains,
        seats: seatsOf(company, at),
        queued: queued.length,
        waiting: first ? { reason: first.reason, nextTryAt: first.nextTryAt } : null,
        now: at,
      }
    },
    inviters: async (companyId) => invitersOf(companyOf(companyId), now()).slice(0, mostInviters),
    async audit(companyId, id, limit) {
      const company = companyOf(companyId)
      return company.invitations.has(id) ? auditOf(company, { kind: 'invitations', id }, limit) : null
    },
    async setDomains(companyId, domains) {
      const company = companyOf(companyId)
      company.domains = structuredClone(domains)
      report(company, now())
    },
    async setSeats(companyId, total) {
      const company = companyOf(companyId)
      company.seats = total
      report(company, now())
    },
    async lapse() {
      for (const company of companies.values()) lapse(company, now())
    },
  }
}

/** An entry in the audit log, and a change that lets open pages load again. */
function report(company: MemoryCompany, at: Date) {
  const revision = company.revision + 1
  const intent = crypto.randomUUID()
  Object.assign(company, { revision, invitationsRevision: revision })
  company.changes.push({ revision, resource: 'invitations', ids: [], intent, at })
  company.audit.push({
    ...{ id: crypto.randomUUID(), at, intent, requestId: intent },
    actor: { kind: 'system', id: 'roster-backend' },
    ...{ action: 'set_invitation_rules', targetId: company.catalogue.company.id },
  })
  for (const listener of company.watchers) listener()
}
