import { randomUUID } from 'node:crypto'
import { decideAccept } from '../../../../backend/core/invitations/decide-accept.ts'
import type { Store } from '../../../../backend/core/ports/store.ts'
import { productPermissions } from '../../../../backend/core/rules/product-permissions.ts'
import type { Contender, Outcome, Races } from './open-races.ts'

const address = 'ada@new.example'

/** A request that invites addresses. */
export const inviting = (as: string, ...emails: string[]): Contender => ({
  as,
  method: 'POST',
  path: '/invitations',
  intent: randomUUID(),
  body: { emails },
})

/** A company of two Admins with one invitation that was sent an hour ago. */
export async function openInvitation({ createCompany, race, sql }: Races, role = 'agent') {
  const company = await createCompany([
    { id: 'boss', roleId: 'admin' },
    { id: 'deputy', roleId: 'admin' },
  ])
  const request = inviting('boss', address)
  const [made] = await race(company, [
    { ...request, body: { emails: [address], roleId: role, teamIds: ['night'] } },
  ])
  const id = made?.body.results?.[0]?.invitation?.id ?? ''
  await sql("update invitations set asked_at = asked_at - interval '1 hour' where company_id = $1", [company])
  const one = (method: string, path = '', as = 'boss'): Contender => ({
    as,
    method,
    path: `/invitations/${id}${path}`,
    intent: randomUUID(),
    body: undefined,
  })
  return {
    company,
    id,
    resending: (as?: string) => one('POST', '/resend', as),
    deleting: (as?: string) => one('DELETE', '', as),
  }
}

/** Accepts an invitation at one instance, as joining does. */
export async function accept(store: Store, company: string, id: string, generation = 1): Promise<Outcome> {
  const userId = randomUUID()
  const person = { userId, accountId: randomUUID(), name: 'Ada', email: address }
  const written = await store.write(
    company,
    { id: randomUUID(), fingerprint: '', actor: { kind: 'user', id: userId }, requestId: 'r' },
    {
      userIds: [],
      invitations: { ids: [id], keys: [] },
      decide: (facts) => decideAccept(id, generation, person)(facts, productPermissions),
    },
  )
  return written.ok ? { status: 200, body: {} } : { status: 409, code: written.refused.code, body: {} }
}

/** What became of the invitation of a company, and of the person. */
export async function stateOf({ store, sql }: Races, company: string, id: string) {
  const invitation = (await store.invitations.find(company, [id])).get(id)
  const { rows: users } = await sql(
    'select id, role_id from users where company_id = $1 and email = $2 and deleted_at is null',
    [company, address],
  )
  const { rows: queued } = await sql(
    "select generation from invitation_mail where company_id = $1 and state = 'queued'",
    [company],
  )
  return {
    end: invitation?.end?.as ?? null,
    generation: invitation?.generation ?? 0,
    users: users.length,
    roleId: users[0]?.role_id,
    queued: queued.map(({ generation }) => generation),
  }
}

/** How many were carried out. */
export const wonOf = (outcomes: readonly Outcome[]) => outcomes.filter(({ status }) => status === 200).length
