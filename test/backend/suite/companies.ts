import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { OpenStore } from '../store-suite.ts'
import { aCompany } from './a-company.ts'

/** Companies, catalogues and counts. */
export function companySuite(current: () => OpenStore) {
  describe('companies', () => {
    it('resolves while it is up', async () => {
      await current().store.ping()
    })

    it('lists the companies of an account by name, and no others', async () => {
      const { store } = current()
      const person = { id: 'u1', accountId: `a-${randomUUID()}`, email: `${randomUUID()}@both.example` }
      const zulu = aCompany([person], 'Zulu')
      const alpha = aCompany([person, { id: 'u2' }], 'alpha')
      const foreign = aCompany([{ id: 'u1' }], 'Foreign')
      for (const company of [zulu, alpha, foreign]) await store.createCompany(company)

      expect(await store.companiesOf(person.accountId)).toEqual([alpha.company, zulu.company])
      expect(await store.companiesOf('a-nobody')).toEqual([])
    })

    it('reads roles and teams of one company whole', async () => {
      const { store } = current()
      const { company, roles, teams, users } = aCompany([{ id: 'u1' }])
      await store.createCompany({ company, roles, teams, users })

      const catalogue = await store.catalogue(company.id)
      expect(catalogue?.company).toEqual(company)
      expect(catalogue?.roles).toHaveLength(3)
      expect(catalogue?.roles).toEqual(expect.arrayContaining(roles))
      expect(catalogue?.teams).toHaveLength(3)
      expect(catalogue?.teams.find(({ id }) => id === 'leads')?.roleIds.toSorted()).toEqual([
        'admin',
        'manager',
      ])
      expect(await store.catalogue('c-unknown')).toBeNull()
    })

    it('counts each person once in a team, whether direct, via role, or both', async () => {
      const { store } = current()
      const newCompany = aCompany([
        { id: 'u1', roleId: 'agent', teamIds: ['chat', 'night'] },
        { id: 'u2', roleId: 'agent' },
        { id: 'u3', roleId: 'admin', teamIds: ['chat'] },
        { id: 'u4', roleId: 'manager' },
      ])
      await store.createCompany(newCompany)

      const { byRole, byTeam } = await store.counts(newCompany.company.id)
      expect([byRole.get('admin'), byRole.get('manager'), byRole.get('agent')]).toEqual([1, 1, 2])
      expect([byTeam.get('chat'), byTeam.get('night'), byTeam.get('leads')]).toEqual([3, 1, 2])
    })

    it('returns a user of the company only, with every field', async () => {
      const { store } = current()
      const custom = { extension: '4711' }
      const lastActiveAt = new Date('2026-03-01T10:00:00.123Z')
      const own = aCompany([
        {
          id: 'u1',
          name: 'Ada',
          avatarUrl: 'https://img.example/a.png',
          teamIds: ['night'],
          lastActiveAt,
          custom,
        },
      ])
      const foreign = aCompany([{ id: 'u2' }])
      await store.createCompany(own)
      await store.createCompany(foreign)

      const user = await store.user(own.company.id, 'u1')
      expect(user).toEqual({ ...own.users[0], version: expect.any(String) })
      expect(await store.user(own.company.id, 'u2')).toBeNull()
      expect(await store.user('c-unknown', 'u1')).toBeNull()
    })
  })
}
