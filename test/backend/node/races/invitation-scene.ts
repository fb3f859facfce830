import { randomUUID } from 'node:crypto'
import { addressOf, type Contender, type Outcome, type Races } from './open-races.ts'

/** A request that invites addresses. */
export const inviting = (as: string, ...emails: string[]): Contender => ({
  as,
  method: 'POST',
  path: '/invitations',
  intent: randomUUID(),
  body: { emails },
})

/** The name of someone whom nobody has invited before. */
export const newcomer = () => `ada-${randomUUID().slice(0, 8)}`

/** Invites a newcomer. Returns the invitation's id. */
export async function inviteOne({ race }: Races, company: string, name: string, grant: object = {}) {
  const request = { ...inviting('boss', addressOf(name)), body: { emails: [addressOf(name)], ...grant } }
  const [made] = await race(company, [request])
  return made?.body.results?.[0]?.invitation?.id ?? ''
}

/** A request that joins with a link: in a tab where the person is signed in, or with a password. */
export async function joining({ tokens }: Races, ref: Ref, as: string | null = ref.name): Promise<Contender> {
  const { company: companyId, id: invitationId, generation = 1 } = ref
  const token = await tokens.write({ companyId, invitationId, generation })
  const credentials = as === null && { name: 'Ada', password: 'four unrelated words' }
  return { as, method: 'POST', path: '/join', intent: randomUUID(), body: { token, ...credentials } }
}

/** A link of an invitation. */
interface Ref {
  company: string
  id: string
  /** The name of the person it is for. */
  name: string
  generation?: number
}

/** A company of two Admins with one invitation that was sent an hour ago, by one of them or by a manager. */
export async function openInvitation(races: Races, roleId = 'agent', as = 'boss') {
  const { createCompany, race, sql } = races
  const company = await createCompany([
    { id: 'boss', roleId: 'admin' },
    { id: 'deputy', roleId: 'admin' },
    ...(as === 'manager' ? [{ id: as, roleId: 'manager' }] : []),
  ])
  const name = newcomer()
  const body = { emails: [addressOf(name)], roleId, teamIds: ['night'] }
  const [made] = await race(company, [{ ...inviting(as), body }])
  const id = made?.body.results?.[0]?.invitation?.id ?? ''
  await sql("update invitations set asked_at = asked_at - interval '1 hour' where company_id = $1", [company])
  const one = (method: string, path = '', by = 'boss'): Contender => ({
    as: by,
    method,
    path: `/invitations/${id}${path}`,
    intent: randomUUID(),
    body: undefined,
  })
  return {
    company,
    id,
    name,
    resending: (by?: string) => one('POST', '/resend', by),
    deleting: (by?: string) => one('DELETE', '', by),
  }
}

/** How the invitation of a company ended, and whether the person is a user. */
export async function stateOf({ store, sql }: Races, { company, id, name }: Ref) {
  const invitation = (await store.invitations.find(company, [id])).get(id)
  const { rows: users } = await sql(
    'select id, role_id from users where company_id = $1 and email = $2 and deleted_at is null',
    [company, addressOf(name)],
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
