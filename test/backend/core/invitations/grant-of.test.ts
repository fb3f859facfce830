import { describe, expect, it } from 'vitest'
import { grantOf } from '../../../../backend/core/invitations/grant-of.ts'
import { productPermissions } from '../../../../backend/core/rules/product-permissions.ts'
import { aCompany } from '../../suite/a-company.ts'

const catalogue = aCompany([])
const invitation = { roleId: 'manager', teamIds: ['night', 'leads'], administrative: ['manage_users'] }
const grant = (given: typeof catalogue, invited = invitation) => grantOf(invited, given, productPermissions)

describe('what an invitation gives now', () => {
  it('is its role and teams', () => {
    expect(grant(catalogue)).toMatchObject({
      role: { id: 'manager' },
      teams: [{ id: 'night' }, { id: 'leads' }],
      lost: [],
    })
  })

  it('is the default role if its role was deleted, and is without teams that were (K6)', () => {
    const roles = catalogue.roles.filter(({ id }) => id !== 'manager')
    const teams = catalogue.teams.filter(({ id }) => id !== 'night')
    expect(grant({ ...catalogue, roles, teams })).toMatchObject({
      role: { id: 'agent' },
      teams: [{ id: 'leads' }],
      lost: [
        { kind: 'role', id: 'manager', name: '', reason: 'deleted' },
        { kind: 'team', id: 'night', name: '', reason: 'deleted' },
      ],
    })
  })

  it('is the default role if its role has gained an administrative permission, also one that nobody knows', () => {
    for (const gained of ['manage_billing', 'launch_rockets']) {
      const roles = catalogue.roles.map((role) =>
        role.id === 'manager' ? { ...role, permissions: [...role.permissions, gained] } : role,
      )
      expect(grant({ ...catalogue, roles })).toMatchObject({
        role: { id: 'agent' },
        lost: [{ kind: 'role', id: 'manager', name: 'Manager', reason: 'gained_permissions' }],
      })
    }
  })

  it('is its role if that has gained an operational permission, or lost one', () => {
    const roles = catalogue.roles.map((role) =>
      role.id === 'manager' ? { ...role, permissions: ['view_tickets'] } : role,
    )
    expect(grant({ ...catalogue, roles })).toMatchObject({ role: { id: 'manager' }, lost: [] })
  })

  it('is the default role if its role has become the Admin role', () => {
    const roles = catalogue.roles.map((role) => ({ ...role, isAdmin: role.id === 'manager' }))
    expect(grant({ ...catalogue, roles })?.role.id).toBe('agent')
  })

  it('is nothing without a role to give', () => {
    expect(grant({ ...catalogue, roles: [] })).toBeNull()
  })
})
