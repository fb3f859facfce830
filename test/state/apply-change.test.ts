import { describe, expect, it } from 'vitest'
import type { Role } from '../../src/contract/roles.ts'
import type { Team } from '../../src/contract/teams.ts'
import type { TeamRef } from '../../src/contract/users.ts'
import { applyChange, type Catalogue } from '../../src/state/known-users/apply-change.ts'
import { aUser } from './array-api.ts'

const team = (id: string, ...roleIds: string[]): Team => ({ id, name: `Team ${id}`, roleIds })
const member = (id: string, by: 'direct' | 'viaRole' | 'both'): TeamRef => ({
  id,
  name: `Team ${id}`,
  direct: by !== 'viaRole',
  viaRole: by !== 'direct',
})
const admin: Role = {
  id: 'admin',
  name: 'Admin',
  description: '',
  type: 'company',
  permissions: [],
  isDefault: false,
  actions: { assign: { allowed: true } },
}
const catalogue: Catalogue = {
  roles: [admin],
  teams: [team('a'), team('b', 'admin'), team('c', 'agent'), team('d', 'admin', 'agent')],
}
const none: Catalogue = { roles: [], teams: [] }
const withTeams = (...teams: TeamRef[]) => aUser(1, { teams })

describe('a role that is shown before the server has it', () => {
  const toAdmin = { kind: 'role', roleId: 'admin' } as const

  it('brings its teams along, and takes those of the role before away', () => {
    const user = withTeams(member('a', 'direct'), member('c', 'viaRole'), member('d', 'viaRole'))
    expect(applyChange(user, toAdmin, catalogue)).toEqual({
      ...user,
      role: { id: 'admin', name: 'Admin' },
      teams: [member('a', 'direct'), member('d', 'viaRole'), member('b', 'viaRole')],
    })
  })

  it('leaves the membership that was given by hand', () => {
    const user = withTeams(member('b', 'direct'), member('c', 'both'))
    expect(applyChange(user, toAdmin, catalogue).teams).toEqual([
      member('b', 'both'),
      member('c', 'direct'),
      member('d', 'viaRole'),
    ])
  })

  it('leaves teams alone that no list knows, and names a role by its id where that is all there is', () => {
    const user = withTeams(member('gone', 'viaRole'))
    const { role, teams } = applyChange(user, toAdmin, none)
    expect(role).toEqual({ id: 'admin', name: 'admin' })
    expect(teams).toEqual([member('gone', 'viaRole')])
  })

  it('is the same user where they have it', () => {
    const user = withTeams(member('a', 'direct'))
    expect(applyChange(user, { kind: 'role', roleId: 'agent' }, catalogue)).toBe(user)
  })
})

describe('teams that are shown before the server has them', () => {
  const change = (add: string[], remove: string[] = []) => ({ kind: 'teams', add, remove }) as const

  it('are joined by hand beside what the role brings', () => {
    const user = withTeams(member('c', 'viaRole'))
    expect(applyChange(user, change(['c', 'd', 'a']), catalogue).teams).toEqual([
      member('c', 'both'),
      member('d', 'both'),
      member('a', 'direct'),
    ])
  })

  it('are left, but for those that the role brings', () => {
    const user = withTeams(member('a', 'direct'), member('c', 'both'), member('b', 'direct'))
    expect(applyChange(user, change([], ['a', 'c']), catalogue).teams).toEqual([
      member('c', 'viaRole'),
      member('b', 'direct'),
    ])
  })

  it('are named by their id where no list knows them', () => {
    expect(applyChange(aUser(1), change(['x']), none).teams).toEqual([
      { id: 'x', name: 'x', direct: true, viaRole: false },
    ])
  })
})
