import type { NewCompany } from '../../backend/core/ports/store.ts'
import { roleShares, roles, teams } from './catalogue.ts'
import { person } from './person.ts'
import { seededRandom } from './random.ts'
import { seedInvitations } from './seed-invitations.ts'

/** Settings of a mocked company. */
export interface SeedCompanyOptions {
  /** Also the first part of its users' email domain. @default 'acme' */
  id?: string
  /** @default 'Acme Support' */
  name?: string
  /** How many users; the first is an admin. @default 1204 */
  count?: number
  /** Milliseconds since 1970. Everyone joined before this. */
  now: number
}

const day = 86_400_000

/** Creates a company with users and invitations. The same options return the same users. */
export function seedCompany({
  id = 'acme',
  name = 'Acme Support',
  count = 1_204,
  now,
}: SeedCompanyOptions): NewCompany {
  const random = seededRandom(count)
  const users = Array.from({ length: count }, (_, index) => {
    const { name, local } = person(index)
    const joinedAt = new Date(Math.floor(now - (1 + random() * 1_500) * day))
    return {
      id: `${id}-${index + 1}`,
      accountId: `account-${id}-${index + 1}`,
      name,
      email: `${local}@${id}.example`,
      roleId: index === 0 ? 'admin' : someRole(random),
      teamIds: someTeams(random),
      joinedAt,
      lastActiveAt: lastActive(joinedAt, now, random),
    }
  })
  const invitations = seedInvitations({
    domain: `${id}.example`,
    inviters: users.slice(0, 3).map((user) => user.id),
    administrative: (roleId) => (roleId === 'billing' ? ['manage_billing', 'view_invoices'] : []),
    now,
  }).filter(({ email }) => !users.some((user) => user.email === email))
  return { company: { id, name }, roles, teams, users, invitations: count > 1 ? invitations : [] }
}

const hat = Object.entries(roleShares).flatMap(([id, share]) => Array.from({ length: share }, () => id))

const choose = <Item>(items: readonly Item[], random: () => number) =>
  items[Math.floor(random() * items.length)]

const someRole = (random: () => number) => choose(hat, random) ?? 'agent'

function someTeams(random: () => number): string[] {
  const drawn = Array.from({ length: Math.floor(random() ** 2 * 4) }, () => choose(teams, random))
  return [...new Set(drawn.flatMap((team) => team?.id ?? []))]
}

/** Most were active recently, some not for months, one in twenty never. */
function lastActive(joinedAt: Date, now: number, random: () => number): Date | null {
  if (random() < 0.05) return null
  const ago = 120_000 + random() ** 5 * 120 * day
  return new Date(Math.max(joinedAt.getTime(), Math.floor(now - ago)))
}
