import { describe, expect, it } from 'vitest'
import { person } from '../../mocks/people/person.ts'
import { seedCompany } from '../../mocks/people/seed-company.ts'

const now = Date.UTC(2026, 10, 24, 9)

describe('person', () => {
  it('is the same for a number, and has an address of their own', () => {
    const people = Array.from({ length: 20_000 }, (_, index) => person(index))
    expect(people[17]).toEqual(person(17))
    expect(new Set(people.map(({ local }) => local)).size).toBe(people.length)
    for (const { name, local } of people) {
      expect(local).toMatch(/^[a-z]+\.[a-z]+\d*$/)
      expect(name).toMatch(/^\S.* .*\S$/)
    }
  })
})

describe('seedCompany', () => {
  it('founds the same company for the same options', () => {
    expect(seedCompany({ now })).toEqual(seedCompany({ now }))
    expect(seedCompany({ now }).users).toHaveLength(1_204)
  })

  it('has an admin first, every role and team, and some who were never here', () => {
    const { users, roles, teams } = seedCompany({ now })
    expect(users[0]?.roleId).toBe('admin')
    expect(new Set(users.map(({ roleId }) => roleId)).size).toBe(roles.length)
    expect(new Set(users.flatMap(({ teamIds }) => teamIds)).size).toBe(teams.length)
    const never = users.filter(({ lastActiveAt }) => lastActiveAt === null).length
    expect(never).toBeGreaterThan(20)
    expect(never).toBeLessThan(120)
    for (const { joinedAt, lastActiveAt } of users) {
      expect(joinedAt.getTime()).toBeLessThan(now)
      if (lastActiveAt) expect(lastActiveAt.getTime()).toBeGreaterThanOrEqual(joinedAt.getTime())
    }
  })
})
