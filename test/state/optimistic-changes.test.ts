import { describe, expect, it } from 'vitest'
import type { Role } from '../../src/contract/roles.ts'
import type { Team } from '../../src/contract/teams.ts'
import type { TeamRef } from '../../src/contract/users.ts'
import type { Catalogue } from '../../src/state/known-rows/row-change.ts'
import { withRole } from '../../src/state/known-rows/with-role.ts'
import { withTeams } from '../../src/state/known-rows/with-teams.ts'
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
const aMember = (...teams: TeamRef[]) => aUser(1, { teams })

describe('a role that is shown before the server has it', () => {
  it('brings its teams along, and takes those of the role before away', () => {
    const user = aMember(member('a', 'direct'), member('c', 'viaRole'), member('d', 'viaRole'))
    expect(withRole(user, 'admin', catalogue)).toEqual({
      ...user,
      role: { id: 'admin', name: 'Admin' },
      teams: [member('a', 'direct'), member('d', 'viaRole'), member('b', 'viaRole')],
    })
  })

  it('leaves the membership that was given by hand', () => {
    const user = aMember(member('b', 'direct'), member('c', 'both'))
    expect(withRole(user, 'admin', catalogue).teams).toEqual([
      member('b', 'both'),
      member('c', 'direct'),
      member('d', 'viaRole'),
    ])
  })

  it('keeps teams that no list knows, and names a role by its id if nothing else is known', () => {
    const user = aMember(member('gone', 'viaRole'))
    const { role, teams } = withRole(user, 'admin', none)
    expect(role).toEqual({ id: 'admin', name: 'admin' })
    expect(teams).toEqual([member('gone', 'viaRole')])
  })

  it('is the same user where they have it', () => {
    const user = aMember(member('a', 'direct'))
    expect(withRole(user, 'agent', catalogue)).toBe(user)
  })
})

describe('teams that are shown before the server has them', () => {
  const change = (add: string[], remove: string[] = []) => ({ add, remove })

  it('are joined by hand beside what the role brings', () => {
    const user = aMember(member('c', 'viaRole'))
    expect(withTeams(user, change(['c', 'd', 'a']), catalogue).teams).toEqual([
      member('c', 'both'),
      member('d', 'both'),
      member('a', 'direct'),
    ])
  })

  it('are left, except those that the role brings', () => {
    const user = aMember(member('a', 'direct'), member('c', 'both'), member('b', 'direct'))
    expect(withTeams(user, change([], ['a', 'c']), catalogue).teams).toEqual([
      member('c', 'viaRole'),
      member('b', 'direct'),
    ])
  })

  it('are named by their id where no list knows them', () => {
    expect(withTeams(aUser(1), change(['x']), none).teams).toEqual([
      { id: 'x', name: 'x', direct: true, viaRole: false },
    ])
  })
})
