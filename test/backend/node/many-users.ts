import { randomUUID } from 'node:crypto'
import type { NewCompany } from '../../../backend/core/ports/store.ts'

const given = ['Ada', 'Bruno', 'Chiara', 'Dmitri', 'Emeka', 'Fatima', 'Goro', 'Hana', 'Ines', 'Jörg']
const family = ['Álvarez', 'Bauer', 'Chen', 'Dubois', 'Eze', 'Fischer', 'García', 'Haddad', 'Ito', 'Jones']

const roles = ['admin', 'supervisor', 'agent', 'billing'].map((id, index) => ({
  id,
  name: id,
  description: '',
  type: 'company' as const,
  permissions: [],
  isDefault: id === 'agent',
  isAdmin: index === 0,
}))

const roleOf = (index: number) => {
  if (index % 1_000 === 0) return 'admin'
  if (index % 100 === 0) return 'billing'
  return index % 20 === 0 ? 'supervisor' : 'agent'
}

/** A company of `count` users, one in 100 in the team `night`, supervisors in `leads` via role. */
export function manyUsers(count: number): NewCompany {
  const company = { id: `many-${count}-${randomUUID()}`, name: 'Many' }
  const users = Array.from({ length: count }, (_, index) => {
    const name = `${given[index % 10]} ${family[Math.floor(index / 10) % 10]} ${index.toString(36)}`
    return {
      id: `u${index}`,
      accountId: `${company.id}-${index}`,
      name,
      email: `u${index}@${company.id}.example`,
      roleId: roleOf(index),
      teamIds: index % 100 === 7 ? ['night'] : [],
      joinedAt: new Date(Date.UTC(2020, 0, 1) + ((index * 7_919) % count) * 60_000),
      lastActiveAt:
        index % 3 === 0 ? null : new Date(Date.UTC(2026, 0, 1) + ((index * 104_729) % count) * 1_000),
    }
  })
  const teams = [
    { id: 'night', name: 'Night', roleIds: [] },
    { id: 'leads', name: 'Leads', roleIds: ['supervisor'] },
  ]
  return { company, roles, teams, users }
}
