import { sql } from 'kysely'
import { type InvitationStore, mostInviters } from '../../core/ports/invitation-store.ts'
import type { AddressFacts, InvitationRecord } from '../../core/ports/invitations.ts'
import type { Database } from '../database/database.ts'
import { type AddressesRow, addressColumns, toAddresses } from './address-facts.ts'
import { clock, type InvitationRow, invitationColumns, isListed, toInvitation } from './invitation-row.ts'
import { lapse } from './lapse-invitations.ts'
import { listInvitations } from './list-invitations.ts'
import { readAudit } from './read-audit.ts'
import type { Seats, SeatsRow } from './seats.ts'
import { setInvitationRules } from './set-invitation-rules.ts'

interface SettingsRow extends SeatsRow {
  now: Date
  allowed_domains: string[]
  blocked_domains: string[]
  queued: number
  waiting: { reason: string | null; next_try_at: string } | null
}

/** Reads invitations, and sets what a company allows. They are changed with the write that changes them. */
export function createInvitations(database: Database, seats: Seats): InvitationStore {
  const { run } = database
  return {
    list: (companyId, listing) => listInvitations(database, companyId, listing),
    async find(companyId, ids) {
      const rows = await run(sql<InvitationRow>`
        select ${invitationColumns} from invitations i where i.company_id = ${companyId} and i.id = any(${ids})`)
      return new Map(rows.map((row) => [row.id, toInvitation(row)]))
    },
    async addresses(companyId, keys): Promise<Map<string, AddressFacts>> {
      const [row] = await run(sql<AddressesRow>`
        with ${clock}, keys as materialized (select unnest(${keys}::text[]) collate "C" as key)
        select ${addressColumns(companyId)} from clock`)
      return row ? toAddresses(row) : new Map()
    },
    async settings(companyId) {
      const known = seats.find(companyId)
      const [row] = await run(sql<SettingsRow>`
        with ${clock}, queued as materialized (
          select m.is_ours, m.reason, m.next_try_at from invitation_mail m
          where m.company_id = ${companyId} and m.state = 'queued'
        )
        select clock.now, c.allowed_domains, c.blocked_domains, ${seats.columns(known)},
          (select count(*)::int from queued) as queued,
          (select row_to_json(q) from (
            select reason, next_try_at from queued where is_ours order by next_try_at limit 1) q) as waiting
        from companies c, clock where c.id = ${companyId}`)
      if (!row) throw new Error(`There is no company ${companyId}.`)
      const { waiting } = row
      return {
        domains: { allowedDomains: row.allowed_domains, blockedDomains: row.blocked_domains },
        seats: seats.read(companyId, row, known),
        queued: row.queued,
        waiting: waiting && { reason: waiting.reason, nextTryAt: new Date(waiting.next_try_at) },
        now: row.now,
      }
    },
    async inviters(companyId) {
      return run(sql<InvitationRecord['invitedBy']>`
        with ${clock}
        select d.invited_by as id, coalesce(nullif(by.name, ''), by.email, '') as name,
          by.deleted_at is not null or by.id is null as "isDeleted"
        from (select distinct i.invited_by from invitations i, clock
          where i.company_id = ${companyId} and ${isListed}) d
        left join users by on by.company_id = ${companyId} and by.id = d.invited_by
        order by coalesce(nullif(by.name, ''), by.email, '') = '',
          coalesce(nullif(by.name, ''), by.email, '') collate "C", d.invited_by
        limit ${mostInviters}`)
    },
    async audit(companyId, id, limit) {
      const { isKnown, entries } = await readAudit(database, companyId, { kind: 'invitations', id }, limit)
      return isKnown ? entries : null
    },
    async setDomains(companyId, { allowedDomains = [], blockedDomains = [] }) {
      const after = { allowedDomains, blockedDomains }
      const set = sql`allowed_domains = ${[...allowedDomains]}, blocked_domains = ${[...blockedDomains]}`
      await setInvitationRules(database, companyId, set, after)
    },
    async setSeats(companyId, total) {
      await setInvitationRules(database, companyId, sql`seats = ${total}::integer`, { seats: total })
    },
    lapse: () => lapse(database),
  }
}
