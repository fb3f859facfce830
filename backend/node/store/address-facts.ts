import { sql } from 'kysely'
import { emailLimits } from '../../core/invitations/limits.ts'
import type { AddressFacts, Requested } from '../../core/ports/invitations.ts'
import { type InvitationRow, invitationColumns, toInvitation } from './invitation-row.ts'

interface KnownAddress {
  userId: string | null
  roleName: string | null
  count: number
  since: string | null
}

/** The columns of {@link addressColumns}. */
export interface AddressesRow {
  open: InvitationRow[]
  addresses: Record<string, KnownAddress>
}

const within = sql.raw(`interval '${emailLimits.byRecipient.within} milliseconds'`)

/** What is known about the addresses in `keys (key)` at `clock.now`. */
export const addressColumns = (companyId: string) => sql`
  (select coalesce(json_agg(row_to_json(o)), '[]') from (
    select ${invitationColumns} from keys
    join invitations i on i.company_id = ${companyId} and i.email_key = keys.key and i.ended_as is null) o) as open,
  (select coalesce(json_object_agg(keys.key, json_build_object(
      'userId', u.id, 'roleName', r.name, 'count', mail.count, 'since', mail.since)), '{}')
    from keys
    left join accounts a on a.email_key = keys.key
    left join users u on u.company_id = ${companyId} and u.account_id = a.id and u.deleted_at is null
    left join roles r on r.company_id = u.company_id and r.id = u.role_id
    cross join lateral (
      select count(*)::int as count, min(m.created_at) as since from invitation_mail m
      where m.company_id = ${companyId} and m.email_key = keys.key and m.created_at > clock.now - ${within}
    ) mail) as addresses`

/** Emails within a limit's time, as JSON. */
export const requestedOf = (value: { count: number; since: string | null } | null): Requested => ({
  count: value?.count ?? 0,
  since: value?.since ? new Date(value.since) : null,
})

/** The addresses of a row, by their keys. */
export function toAddresses({ open, addresses }: AddressesRow): Map<string, AddressFacts> {
  const invitations = new Map(open.map((row) => [row.email_key, toInvitation(row)]))
  return new Map(
    Object.entries(addresses).map(([key, known]) => [
      key,
      {
        userId: known.userId,
        roleName: known.roleName,
        invitation: invitations.get(key) ?? null,
        requested: requestedOf(known),
      },
    ]),
  )
}
