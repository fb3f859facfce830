import type { NewCompany } from '../../backend/core/ports/store.ts'
import { person } from '../../mocks/people/person.ts'
import { namedAccounts } from './accounts.ts'
import { choose } from './choose.ts'
import type { SeedCompany } from './companies.ts'
import { seedId } from './seed-id.ts'

/** A first user of a company. */
export type Member = NewCompany['users'][number]

const minute = 60_000
const day = 24 * 60 * minute

function teamsFor({ teams }: SeedCompany, random: () => number): string[] {
  const direct = teams.filter(({ roleIds }) => roleIds.length === 0)
  const most = 1 + Math.floor(random() ** 2 * 4)
  return [...new Set(Array.from({ length: most }, () => choose(direct, random).id))]
}

/** Most users were active recently, some not for months, one in twenty never. */
function lastActive(joinedAt: Date, now: Date, random: () => number): Date | null {
  if (random() < 0.05) return null
  const ago = 2 * minute + random() ** 5 * 120 * day
  return new Date(Math.max(joinedAt.getTime(), Math.floor(now.getTime() - ago)))
}

/**
 * The first users of a company: the named accounts, then `guests`, who have an account in another company, then generated people.
 */
export function membersOf(company: SeedCompany, guests: Member[], now: Date, random: () => number): Member[] {
  const hat = company.roles.flatMap(({ id, share }) => Array.from({ length: share }, () => id))
  const emails = new Set<string>()
  const members: Member[] = []

  function join(name: string, email: string, roleId = choose(hat, random)) {
    if (emails.has(email)) return
    emails.add(email)
    const joinedAt = new Date(Math.floor(now.getTime() - (1 + random() * 1_500) * day))
    members.push({
      id: seedId(company.id, email),
      accountId: seedId(email),
      name,
      email,
      roleId,
      teamIds: teamsFor(company, random),
      joinedAt,
      lastActiveAt: lastActive(joinedAt, now, random),
    })
  }

  for (const { name, email, roles } of namedAccounts) {
    const roleId = roles[company.id]
    if (roleId) join(name, email, roleId)
  }
  for (const { name, email } of guests) join(name, email)
  for (let index = company.firstPerson; members.length < company.userCount; index += 1) {
    const { name, local } = person(index)
    join(name, `${local}@${company.domain}`)
  }
  return members
}
