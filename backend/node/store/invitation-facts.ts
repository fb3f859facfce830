import { type RawBuilder, sql } from 'kysely'
import { emailLimits } from '../../core/invitations/limits.ts'
import type { InvitationFacts } from '../../core/ports/invitations.ts'
import type { Intent, Plan } from '../../core/ports/write.ts'
import { type AddressesRow, addressColumns, requestedOf, toAddresses } from './address-facts.ts'
import { clock, type InvitationRow, invitationColumns, isPending, toInvitation } from './invitation-row.ts'
import type { SeatsRow } from './seats.ts'

interface Count {
  count: number
  since: string | null
}

/** The columns of {@link invitationFactsOf}. */
export interface InvitationFactsRow extends AddressesRow, SeatsRow {
  now: Date
  found: InvitationRow[]
  by_actor: Count
  by_company: Count
  allowed_domains: string[]
  blocked_domains: string[]
}

const within = (ms: number) => sql.raw(`interval '${ms} milliseconds'`)

/** Reads what a decision about invitations depends on. The caller holds the company's lock. */
export const invitationFactsOf = (
  companyId: string,
  { actor }: Intent,
  { ids, keys, inviters = [] }: NonNullable<Plan<unknown>['invitations']>,
  seatColumns: RawBuilder<unknown>,
) => sql<InvitationFactsRow>`
  with ${clock},
  found as materialized (
    select i.* from invitations i where i.company_id = ${companyId} and i.id = any(${ids})
  ), keys as materialized (
    select unnest(${keys}::text[]) collate "C" as key union select email_key from found
  ), sent as (
    select i.* from invitations i, clock
    where i.company_id = ${companyId} and i.invited_by = any(${inviters}) and ${isPending}
  )
  select clock.now,
    (select coalesce(json_agg(row_to_json(f)), '[]') from (
      select ${invitationColumns} from (select * from found union select * from sent) i) f) as found,
    ${addressColumns(companyId)},
    (select json_build_object('count', count(*)::int, 'since', min(m.created_at)) from invitation_mail m
      where m.company_id = c.id and m.asked_by = ${actor.id}
        and m.created_at > clock.now - ${within(emailLimits.byActor.within)}) as by_actor,
    (select json_build_object('count', count(*)::int, 'since', min(m.created_at)) from invitation_mail m
      where m.company_id = c.id and m.created_at > clock.now - ${within(emailLimits.byCompany.within)}) as by_company,
    c.allowed_domains, c.blocked_domains, ${seatColumns}
  from companies c, clock where c.id = ${companyId}`

/** Facts of a write that isn't about invitations. */
export const noInvitations = (): InvitationFacts => ({
  byId: new Map(),
  byKey: new Map(),
  domains: {},
  byActor: { count: 0, since: null },
  byCompany: { count: 0, since: null },
})

/** The facts in a row. */
export const toInvitationFacts = (row: InvitationFactsRow): InvitationFacts => ({
  byId: new Map(row.found.map((one) => [one.id, toInvitation(one)])),
  byKey: toAddresses(row),
  domains: { allowedDomains: row.allowed_domains, blockedDomains: row.blocked_domains },
  byActor: requestedOf(row.by_actor),
  byCompany: requestedOf(row.by_company),
})
