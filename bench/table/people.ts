import type { RowSource } from '../../src/base/row-source.ts'
import { everyUserAction, type User } from '../../src/contract/users.ts'

const first = ['Ada', 'Bea', 'Carl', 'Dina', 'Emil', 'Frida', 'Gus', 'Hana', 'Ivan', 'Jin', 'Kofi', 'Lena']
const last = ['Lovelace', 'Okafor', 'Nguyen', 'Silva', 'Haddad', 'Berg', 'Kim', 'Moreau', 'Novak', 'Tanaka']
const roles = ['Admin', 'Agent', 'Supervisor', 'Billing']
const teams = ['Support', 'Sales', 'Night shift', 'Onboarding', 'Escalations']
const allowed = { allowed: true } as const

const pick = (list: readonly string[], index: number) => list[index % list.length] ?? ''

/** The company of every subject: the same people in the same order, made when they are looked at. */
export interface People {
  total: number
  /** The people whose name contains the text, in the requested order. */
  select(search: string, descending: boolean): RowSource<User>
}

/** Makes a company of `total` people. */
export function createPeople(total: number): People {
  const names = Array.from(
    { length: total },
    (_, index) => `${pick(first, index)} ${pick(last, index * 7)} ${index}`,
  )
  const made = new Map<number, User>()
  const user = (index: number): User => {
    const known = made.get(index)
    if (known) return known
    const name = names[index] ?? ''
    const next: User = {
      id: `u${index}`,
      name,
      email: `${name.toLowerCase().replaceAll(' ', '.')}@example.com`,
      role: { id: pick(roles, index).toLowerCase(), name: pick(roles, index) },
      teams: [0, 1, 2].slice(0, 1 + (index % 3)).map((offset) => {
        const team = pick(teams, index + offset)
        return { id: team, name: team, direct: true, viaRole: false }
      }),
      joinedAt: '2026-01-01T00:00:00.000Z',
      lastActiveAt: new Date(Date.UTC(2026, 10, 1) - index * 3_600_000).toISOString(),
      presence: 'online',
      actions: everyUserAction(allowed),
    }
    made.set(index, next)
    return next
  }

  return {
    total,
    select(search, descending) {
      const wanted = search.toLowerCase()
      const found: number[] = []
      for (let index = 0; index < total; index += 1) {
        if (wanted === '' || names[index]?.toLowerCase().includes(wanted)) found.push(index)
      }
      if (descending) found.sort((a, b) => ((names[a] ?? '') < (names[b] ?? '') ? 1 : -1))
      return {
        total: found.length,
        totalIs: 'exact',
        at: (index) => {
          const place = found[index]
          return place === undefined ? undefined : user(place)
        },
      }
    },
  }
}
