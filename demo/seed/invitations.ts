import type { SeededInvitation } from '../../backend/core/ports/store.ts'
import { seedInvitations } from '../../mocks/people/seed-invitations.ts'
import type { SeedCompany } from './companies.ts'
import type { Member } from './members.ts'
import { seedId } from './seed-id.ts'

/** The first invitations of a company, by its first users who can invite. Addresses of its users are left out. */
export function invitationsOf(company: SeedCompany, users: Member[], now: Date): SeededInvitation[] {
  const inviters = users.filter(({ roleId }) => roleId === 'admin').slice(0, 3)
  const emails = new Set(users.map(({ email }) => email))
  return seedInvitations({
    domain: company.domain,
    inviters: inviters.map(({ id }) => id),
    administrative: (roleId) => (roleId === 'billing' ? ['manage_billing', 'view_invoices'] : []),
    now: now.getTime(),
    idOf: (email) => seedId(company.id, 'invitation', email),
    withQueued: false,
  }).filter(({ email }) => !emails.has(email))
}
