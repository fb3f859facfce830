import { inviting } from './invitation-scene.ts'
import type { Races } from './open-races.ts'

const spellings = ['ada@new.example', 'ADA@new.example', 'ada@NEW.example', 'ada@new\u3002example']

/** One address is invited by several people at once, in several spellings: one invitation is made, and one email. */
export async function inviteOnceRound(
  { store, createCompany, race, contenders, upTo, sql }: Races,
  round: number,
) {
  const people = Array.from({ length: contenders(round) }, (_, index) => `u${index}`)
  const company = await createCompany(people.map((id) => ({ id, roleId: 'admin' })))
  const outcomes = await race(
    company,
    people.map((as) => inviting(as, spellings[upTo(spellings.length - 1)] ?? '')),
  )
  const results = outcomes.flatMap(({ body }) => body.results ?? [])
  const made = results.filter(({ ok }) => ok).length
  const refused = results.filter(({ code }) => code === 'already_invited').length
  const { rows } = await sql('select id from invitation_mail where company_id = $1', [company])
  const { changes } = await store.changes(company, 0)
  const isWhole = made === 1 && refused === people.length - 1 && rows.length === 1 && changes.length === 1
  return { outcomes, isWhole }
}
