import { inviting } from './invitation-scene.ts'
import type { Races } from './open-races.ts'

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
