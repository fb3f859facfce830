import { randomUUID } from 'node:crypto'
import { inviteOne, inviting, joining, newcomer, wonOf } from './invitation-scene.ts'
import { addressOf, type Races } from './open-races.ts'
import { freezeUndo } from './undo-or-return.ts'

/** Several people are invited at once while one seat is free: one of them is. */
export async function lastSeatRound({ store, createCompany, race, contenders }: Races, round: number) {
  const people = Array.from({ length: contenders(round) }, (_, index) => `u${index}`)
  const company = await createCompany(people.map((id) => ({ id, roleId: 'admin' })))
  await store.invitations.setSeats(company, people.length + 1)
  const outcomes = await race(
    company,
    people.map((as) => inviting(as, `${as}@new.example`)),
  )
  const results = outcomes.flatMap(({ body }) => body.results ?? [])
  const made = results.filter(({ ok }) => ok).length
  const full = results.filter(({ code }) => code === 'seats_full').length
  const { seats } = await store.invitations.settings(company)
  const isWhole = made === 1 && full === people.length - 1 && seats?.pending === 1
  return { outcomes, isWhole }
}

/** Someone is invited, an expired invitation is resent and a deletion is undone, while one seat is free. */
export async function lastSeatOfAllRound(races: Races) {
  const { store, createCompany, race, sql } = races
  const company = await createCompany([
    { id: 'boss', roleId: 'admin' },
    { id: 'deputy', roleId: 'admin' },
    { id: 'ada', roleId: 'agent' },
  ])
  const expired = await inviteOne(races, company, newcomer())
  await sql(
    `update invitations set asked_at = asked_at - interval '1 hour', expires_at = now() - interval '1 second'
     where company_id = $1`,
    [company],
  )
  const deletion = randomUUID()
  await race(company, [
    { as: 'boss', method: 'DELETE', path: '/users/ada', intent: deletion, body: undefined },
  ])
  await store.invitations.setSeats(company, 3)
  const undoing = await freezeUndo(store, company, deletion, 'boss')
  const outcomes = await race(company, [
    inviting('boss', addressOf(newcomer())),
    {
      as: 'deputy',
      method: 'POST',
      path: `/invitations/${expired}/resend`,
      intent: randomUUID(),
      body: undefined,
    },
    undoing,
  ])
  const [invited, resent, undone] = outcomes
  const won = [invited?.body.results?.[0]?.ok, resent?.status === 200, undone?.body.selection?.failed === 0]
  const refusals = [invited?.body.results?.[0]?.code, resent?.code, undone?.body.failed?.[0]?.code].filter(
    (code) => code === 'seats_full',
  )
  const { seats } = await store.invitations.settings(company)
  const taken = (seats?.used ?? 0) + (seats?.pending ?? 0)
  const isWhole = won.filter(Boolean).length === 1 && refusals.length === 2 && taken === 3
  return { outcomes, isWhole }
}

/** Several people accept their invitations at once, while users may take one seat more: one of them joins. */
export async function lastSeatOfJoiningRound(races: Races, round: number) {
  const { store, createCompany, race } = races
  const company = await createCompany([{ id: 'boss', roleId: 'admin' }])
  const names = Array.from({ length: Math.min(6, races.contenders(round)) }, newcomer)
  const requests = []
  for (const name of names) {
    const id = await inviteOne(races, company, name)
    requests.push(await joining(races, { company, id, name }, round % 4 < 2 ? name : null))
  }
  await store.invitations.setSeats(company, 2)
  const outcomes = await race(company, requests)
  const full = outcomes.filter(({ code }) => code === 'seats_full').length
  const { seats } = await store.invitations.settings(company)
  const isWhole =
    wonOf(outcomes) === 1 &&
    full === names.length - 1 &&
    seats?.used === 2 &&
    seats.pending === names.length - 1
  return { outcomes, isWhole }
}
