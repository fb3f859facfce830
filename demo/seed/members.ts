import type { Founding } from '../../backend/core/store.ts'
import { namedAccounts } from './accounts.ts'
import { choose } from './choose.ts'
import type { SeedCompany } from './companies.ts'
import { people } from './people.ts'
import { seedId } from './seed-id.ts'

/** A first user of a company. */
export type Member = Founding['users'][number]

const minute = 60_000
const day = 24 * 60 * minute

function teamsFor({ teams }: SeedCompany, random: () => number): string[] {
  const direct = teams.filter(({ roleIds }) => roleIds.length === 0)
  const most = 1 + Math.floor(random() ** 2 * 4)
  return [...new Set(Array.from({ length: most }, () => choose(direct, random).id))]
}

/** Most were here lately, some not for months, one in twenty never. */
function lastActive(joinedAt: Date, now: Date, random: () => number): Date | null {
  if (random() < 0.05) return null
  const ago = 2 * minute + random() ** 5 * 120 * day
  return new Date(Math.max(joinedAt.getTime(), now.getTime() - ago))
}

/** Roles in the proportion of their shares, in an order that looks like chance. */
function* rolesOf({ roles }: SeedCompany, random: () => number): Generator<string> {
  const hat = roles.flatMap(({ id, share }) => Array.from({ length: share }, () => id))
  for (;;) yield choose(hat, random)
}

/**
 * The first users of a company: the named accounts, then `guests`, who have an account elsewhere, then people of its own.
 */
export function membersOf(company: SeedCompany, guests: Member[], now: Date, random: () => number): Member[] {
  const roles = rolesOf(company, random)
  const join = (name: string, email: string, roleId: string): Member => {
    const joinedAt = new Date(now.getTime() - (1 + random() * 1_500) * day)
    return {
      id: seedId(company.id, email),
      accountId: seedId(email),
      name,
      email,
      roleId,
      teamIds: teamsFor(company, random),
      joinedAt,
      lastActiveAt: lastActive(joinedAt, now, random),
    }
  }
  const named = namedAccounts.flatMap(({ name, email, roles }) => {
    const roleId = roles[company.id]
    return roleId ? [join(name, email, roleId)] : []
  })
  const visiting = guests.map(({ name, email }) => join(name, email, roles.next().value))
  const taken = namedAccounts.map(({ email }) => email.slice(0, email.indexOf('@')))
  const members = [...named, ...visiting]
  for (const { name, local } of people(random, taken)) {
    if (members.length === company.userCount) break
    members.push(join(name, `${local}@${company.domain}`, roles.next().value))
  }
  return members
}
