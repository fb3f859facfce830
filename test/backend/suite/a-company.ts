import { randomUUID } from 'node:crypto'
import type { NewCompany } from '../../../backend/core/ports/store.ts'

type Person = Partial<NewCompany['users'][number]> & { id: string }

const joinedAt = new Date('2026-01-05T08:00:00.000Z')

const role = (id: string, name: string, permissions: string[]) => ({
  id,
  name,
  description: `What ${name} does`,
  type: 'company' as const,
  permissions,
  isDefault: id === 'agent',
  isAdmin: id === 'admin',
})

/** A company to found, with ids that other companies use too; accounts are its own unless a person names one. */
export function aCompany(people: Person[], name = 'Acme'): NewCompany {
  const company = { id: `c-${randomUUID()}`, name }
  return {
    company,
    roles: [
      role('admin', 'Admin', []),
      role('manager', 'Manager', ['manage_users', 'view_livechats']),
      role('agent', 'Agent', ['view_livechats']),
    ],
    teams: [
      { id: 'chat', name: 'Chat', roleIds: ['agent'] },
      { id: 'night', name: 'Night shift', roleIds: [] },
      { id: 'leads', name: 'Leads', roleIds: ['manager', 'admin'] },
    ],
    users: people.map((person) => ({
      accountId: `a-${company.id}-${person.id}`,
      name: person.id,
      email: `${person.id}@${company.id}.example`,
      roleId: 'agent',
      teamIds: [],
      joinedAt,
      lastActiveAt: null,
      ...person,
    })),
  }
}
