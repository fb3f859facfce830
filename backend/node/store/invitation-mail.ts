import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { decideSettlement } from '../../core/invitations/decide-settlement.ts'
import { recipientPace } from '../../core/invitations/limits.ts'
import { lookAgainIn } from '../../core/invitations/look-again-in.ts'
import type { InvitationMail, MailClaim } from '../../core/ports/invitation-mail.ts'
import type { Store } from '../../core/ports/store.ts'
import type { Database } from '../database/database.ts'
import { clock, isPending } from './invitation-row.ts'

interface ClaimRow {
  id: string
  company_id: string
  company_name: string
  is_wanted: boolean
  /** Whether its address gets too many emails of all companies if this one leaves, too. */
  is_over: boolean
  invitation_id: string
  generation: number
  attempts: number
  address: string
  inviter_name: string | null
  role_name: string | null
  team_names: string[]
  message: string | null
  locale: string | null
  expires_at: Date
  created_at: Date
}

/** The outbox of all companies. Workers of any number of instances take different rows. */
export function createInvitationMail(
  database: Database,
  write: Store['write'],
  random: () => number,
): InvitationMail {
  const { run } = database
  return {
    async claim(limit, forMs) {
      const due = await take(database, limit, forMs)
      if (due.length === 0) return []
      const rows = await describe(database, due)
      const wanted = rows.filter(({ is_wanted }) => is_wanted)
      const unwanted = rows.filter(({ is_wanted }) => !is_wanted)
      const over = wanted.filter(({ is_over }) => is_over)
      if (unwanted.length > 0) await supersede(database, unwanted)
      if (over.length > 0) await delay(database, over, random)
      return wanted.filter(({ is_over }) => !is_over).map(toClaim)
    },
    async check({ companyId, id }) {
      const rows = await run(sql`
        with ${clock} select from invitation_mail m
        join invitations i on i.company_id = m.company_id and i.id = m.invitation_id, clock
        where m.company_id = ${companyId} and m.id = ${id} and m.state = 'queued' and i.generation = m.generation
          and ${isPending}`)
      return rows.length > 0
    },
    async settle({ companyId, id }, settlement) {
      const [row] = await run(sql<{ invitation_id: string }>`
        select invitation_id from invitation_mail
        where company_id = ${companyId} and id = ${id} and state not in ('sent', 'failed')`)
      if (!row) return
      const invitationId = row.invitation_id
      await write(
        companyId,
        {
          id: randomUUID(),
          fingerprint: '',
          actor: { kind: 'system', id: 'mail' },
          requestId: id,
        },
        {
          userIds: [],
          invitations: { ids: [invitationId], keys: [] },
          decide: (facts) => decideSettlement(invitationId, id, settlement)(facts, []),
        },
      )
    },
  }
}

type MailKey = Pick<ClaimRow, 'company_id' | 'id'>

/** Takes rows that nobody else holds, for a while. */
const take = ({ planned }: Database, limit: number, forMs: number) =>
  planned(sql<MailKey>`
    update invitation_mail m
    set claimed_until = (select roster_now()) + ${Math.round(forMs)}::integer * interval '1 millisecond'
    where m.ctid = any(array(
      select q.ctid from invitation_mail q
      where q.state = 'queued' and q.next_try_at <= (select roster_now())
        and (q.claimed_until is null or q.claimed_until <= (select roster_now()))
      order by q.next_try_at limit ${limit} for update skip locked))
    returning m.company_id, m.id`)

const paceWithin = sql.raw(`interval '${recipientPace.within} milliseconds'`)

/**
 * What the emails need of their invitations, and whether they may leave. An address is counted after its emails were
 * taken, so of workers that take some at the same time the last one sees all.
 */
const describe = ({ planned }: Database, keys: readonly MailKey[]) =>
  planned(sql<ClaimRow>`
    with ${clock}, mail as materialized (
      select m.* from unnest(${keys.map((key) => key.company_id)}::text[], ${keys.map(({ id }) => id)}::text[])
        as k(company_id, id)
      join invitation_mail m on m.company_id = k.company_id and m.id = k.id
    )
    select m.id, m.company_id, c.name as company_name, m.invitation_id, m.generation, m.attempts, i.address,
      ${isPending} and i.generation = m.generation and m.state = 'queued' as is_wanted,
      row_number() over (partition by m.email_key order by m.next_try_at, m.id) > ${recipientPace.most}::integer - (
        select count(*) from invitation_mail o where o.email_key = m.email_key and (
          o.sent_at > clock.now - ${paceWithin}
          or o.sent_at is null and o.state = 'queued' and o.claimed_until > clock.now
            and not exists (select from mail where mail.company_id = o.company_id and mail.id = o.id)
        )) as is_over,
      (select coalesce(nullif(u.name, ''), nullif(u.email, '')) from users u
        where u.company_id = m.company_id and u.id = m.asked_by) as inviter_name,
      (select r.name from roles r where r.company_id = m.company_id and r.id = i.role_id) as role_name,
      array(select t.name from teams t where t.company_id = m.company_id and t.id = any(i.team_ids)
        order by t.name collate "C", t.id) as team_names,
      i.message, i.locale, i.expires_at, m.created_at
    from mail m join companies c on c.id = m.company_id
    join invitations i on i.company_id = m.company_id and i.id = m.invitation_id, clock
    order by m.next_try_at, m.id`)

const supersede = ({ planned }: Database, keys: readonly MailKey[]) =>
  planned(sql`
    update invitation_mail m set state = 'superseded'
    from unnest(${keys.map((key) => key.company_id)}::text[], ${keys.map(({ id }) => id)}::text[]) as k(company_id, id)
    where m.company_id = k.company_id and m.id = k.id and m.state = 'queued'`)

/** Gives emails back until their addresses may get more. */
const delay = ({ planned }: Database, keys: readonly MailKey[], random: () => number) =>
  planned(sql`
    with ${clock}
    update invitation_mail m set claimed_until = null, is_ours = false, reason = null, next_try_at = coalesce(
      (select s.sent_at + ${paceWithin} from invitation_mail s
        where s.email_key = m.email_key and s.sent_at > clock.now - ${paceWithin}
        order by s.sent_at desc offset ${recipientPace.most - 1} limit 1),
      clock.now + k.again_in * interval '1 millisecond')
    from unnest(${keys.map((key) => key.company_id)}::text[], ${keys.map(({ id }) => id)}::text[],
      ${keys.map(() => lookAgainIn(random))}::integer[]) as k(company_id, id, again_in), clock
    where m.company_id = k.company_id and m.id = k.id and m.state = 'queued'`)

const toClaim = (row: ClaimRow): MailClaim => ({
  id: row.id,
  companyId: row.company_id,
  companyName: row.company_name,
  invitationId: row.invitation_id,
  generation: row.generation,
  attempts: row.attempts,
  address: row.address,
  ...(row.inviter_name !== null && { inviterName: row.inviter_name }),
  roleName: row.role_name ?? '',
  teamNames: row.team_names,
  ...(row.message !== null && { message: row.message }),
  ...(row.locale !== null && { locale: row.locale }),
  expiresAt: row.expires_at,
  requestedAt: row.created_at,
})
