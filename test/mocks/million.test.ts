import { describe, expect, it } from 'vitest'
import type { UserRecord } from '../../backend/core/ports/records.ts'
import type { UserListing } from '../../backend/core/ports/user-listing.ts'
import { compareBytes } from '../../backend/core/text/compare-bytes.ts'
import { countMillion } from '../../mocks/million/count-million.ts'
import { listMillion } from '../../mocks/million/list-million.ts'
import { million } from '../../mocks/million/million-orders.ts'
import { millionUser } from '../../mocks/million/million-user.ts'
import { foldUser } from '../../src/base/fold.ts'

const now = Date.UTC(2026, 2, 14)
const everyone: UserListing = {
  terms: [],
  roleIds: [],
  teamIds: [],
  sort: 'name',
  descending: false,
  limit: 200,
  from: { offset: 0 },
}

const list = (asked: Partial<UserListing>) => listMillion({ ...everyone, ...asked }, now)

const keys = {
  name: (user: UserRecord) => foldUser(user).sortKey,
  joined: ({ joinedAt }: UserRecord) => joinedAt.toISOString(),
  lastActive: ({ lastActiveAt }: UserRecord) => lastActiveAt?.toISOString() ?? '',
}

describe('a million users', () => {
  it.each(['name', 'joined', 'lastActive'] as const)('are in order by %s, both ways, anywhere', (sort) => {
    for (const offset of [0, 1, 4_679, 500_000, 999_800]) {
      const { users, total } = list({ sort, from: { offset } })
      expect([users.length, total]).toEqual([200, million])
      const found = users.map(keys[sort])
      expect(found).toEqual([...found].sort(compareBytes))
      const mirrored = list({ sort, descending: true, from: { offset: million - offset - 200 } })
      expect(mirrored.users.map(({ id }) => id)).toEqual(users.map(({ id }) => id).reverse())
    }
  })

  it('each have an id, an address and a place of their own', () => {
    const users = [0, 250_000, 999_999].flatMap((offset) => list({ from: { offset } }).users)
    expect(new Set(users.map(({ id }) => id)).size).toBe(users.length)
    expect(new Set(users.map(({ email }) => email)).size).toBe(users.length)
    const [last] = list({ from: { offset: million - 1 } }).users
    expect(last).toEqual(millionUser(million - 1, now))
  })

  it('are found by name, and counted as they are listed', () => {
    const { users, total } = list({ terms: ['amara', 'okafor'] })
    expect(total).toBe(20)
    for (const { name } of users) expect(name).toMatch(/^Amara \w\. Okafor$/)
    const { byRole, byTeam } = countMillion()
    expect(list({ roleIds: ['billing'], limit: 1 }).total).toBe(byRole.get('billing'))
    expect(list({ teamIds: ['escalations'], limit: 1 }).total).toBe(byTeam.get('escalations'))
    expect([...byRole.values()].reduce((sum, count) => sum + count)).toBe(million)
  })

  it('can be centred on somebody, and walked', () => {
    const asked: Partial<UserListing> = { roleIds: ['billing'], sort: 'lastActive', descending: true }
    const { users: all } = list(asked)
    const [anchor] = all.slice(120)
    const around = list({ ...asked, limit: 20, from: { around: anchor?.id ?? '', offset: 0 } })
    expect(around.offset).toBe(110)
    expect(around.users.map(({ id }) => id)).toEqual(all.slice(110, 130).map(({ id }) => id))
    if (!around.next) throw new Error('the walk ends early')
    const next = list({ ...asked, limit: 20, from: { after: around.next, offset: 130 } })
    expect(next.users.map(({ id }) => id)).toEqual(all.slice(130, 150).map(({ id }) => id))
  })
})
