import { person } from '../../mocks/people/person.ts'
import type { RowSource, Unreadable } from '../../src/base/row-source.ts'
import type { Action } from '../../src/contract/actions.ts'
import { everyUserAction, type TeamRef, type User } from '../../src/contract/users.ts'

/** When all stories take place. */
const now = Date.parse('2026-03-14T14:20:00Z')
const minute = 60_000

const roles = ['Admin', 'Supervisor', 'Agent', 'Agent', 'Agent', 'Billing']
const teams = ['Support EMEA', 'Onboarding', 'Weekend cover', 'Night shift', 'Escalations', 'Billing desk']
const ages = [0, 1, 3, 6, 12, 24, 48, 120, 180, 1_500, 1_900, 5_000, 20_000, 700_000]

const allowed: Action = { allowed: true }

/** A team by number; every third comes with the role. */
export const team = (index: number): TeamRef => {
  const viaRole = index % 3 === 2
  return {
    id: `team-${index}`,
    name: teams[index % teams.length] ?? '',
    direct: !viaRole,
    viaRole,
  }
}

/** Returns the user with a number. The first is the viewer, who can't be deleted. */
export function user(index: number, change: Partial<User> = {}): User {
  const { name, local } = person(index)
  const role = roles[index % roles.length] ?? ''
  const age = ages[index % ages.length] ?? 0
  return {
    id: `user-${index}`,
    name,
    email: `${local}@acme.example`,
    role: { id: role.toLowerCase(), name: role },
    teams: Array.from({ length: index % 4 }, (_, place) => team(index + place)),
    joinedAt: new Date(now - (index + 3) * 86_400_000 * 9).toISOString(),
    lastActiveAt: index % 11 === 10 ? null : new Date(now - age * minute).toISOString(),
    actions: {
      ...everyUserAction(allowed),
      ...(index === 0 && { delete: { allowed: false, reason: 'self' } }),
    },
    ...change,
  }
}

/** Users that are computed when they are read: a million cost no more than ten. */
export const users = (
  total: number,
  at: (index: number) => User | Unreadable | undefined = user,
): RowSource<User> => ({
  total,
  totalIs: 'exact',
  at: (index) => (index < total ? at(index) : undefined),
})
