import { describe, expect, it } from 'vitest'
import { createMemoryStore } from '../../backend/core/memory/create-memory-store.ts'
import type { UserRecord } from '../../backend/core/ports/records.ts'
import type { UserListing } from '../../backend/core/ports/user-listing.ts'
import { compareBytes } from '../../backend/core/text/compare-bytes.ts'
import { million } from '../../mocks/million/million-orders.ts'
import { millionUsers } from '../../mocks/million/million-users.ts'
import { roles, teams } from '../../mocks/people/catalogue.ts'
import { foldUser } from '../../src/base/fold.ts'
import { everyUser } from '../backend/suite/every-user.ts'

const now = Date.UTC(2026, 2, 14)

const company = { id: 'acme', name: 'Acme Support' }
const store = createMemoryStore({ clock: () => now, sourceOf: () => millionUsers(now) })
await store.createCompany({ company, roles, teams, users: [] })
const list = (asked: Partial<UserListing>) => store.users(company.id, { ...everyUser, ...asked })

const keys = {
  name: (user: UserRecord) => foldUser(user).sortKey,
  joined: ({ joinedAt }: UserRecord) => joinedAt.toISOString(),
  lastActive: ({ lastActiveAt }: UserRecord) => lastActiveAt?.toISOString() ?? '',
}

describe('a million users', () => {
  it.each(['name', 'joined', 'lastActive'] as const)(
    'are in order by %s, both ways, anywhere',
    async (sort) => {
      for (const offset of [0, 1, 4_679, 500_000, 999_800]) {
        const { users, total } = await list({ sort, from: { offset } })
        expect([users.length, total]).toEqual([200, million])
        const found = users.map(keys[sort])
        expect(found).toEqual([...found].sort(compareBytes))
        const mirrored = await list({ sort, descending: true, from: { offset: million - offset - 200 } })
        expect(mirrored.users.map(({ id }) => id)).toEqual(users.map(({ id }) => id).reverse())
      }
    },
  )

  it('each have their own id and address, and are the same by id', async () => {
    const pages = await Promise.all([0, 250_000, 999_999].map((offset) => list({ from: { offset } })))
    const users = pages.flatMap((page) => page.users)
    expect(new Set(users.map(({ id }) => id)).size).toBe(users.length)
    expect(new Set(users.map(({ email }) => email)).size).toBe(users.length)
    for (const user of users) expect(await store.user(company.id, user.id)).toEqual(user)
    expect(await store.user(company.id, 'user-1000000')).toBeNull()
  })

  it('are found by name and email, and counted as they are listed', async () => {
    const { users, total } = await list({ terms: ['amara', 'okafor'] })
    expect(total).toBe(20)
    for (const { name } of users) expect(name).toMatch(/^Amara \w\. Okafor$/)
    expect((await list({ terms: ['amara.b.okafor@'] })).total).toBe(1)
    const { byRole, byTeam } = await store.counts(company.id)
    expect((await list({ roleIds: ['billing'], limit: 1 })).total).toBe(byRole.get('billing'))
    expect((await list({ teamIds: ['escalations'], limit: 1 })).total).toBe(byTeam.get('escalations'))
    expect([...byRole.values()].reduce((sum, count) => sum + count)).toBe(million)
  })

  it('can be centred on one of them, and read to the end by cursor', async () => {
    const asked: Partial<UserListing> = { roleIds: ['billing'], sort: 'lastActive', descending: true }
    const { users: all } = await list(asked)
    const [anchor] = all.slice(120)
    const around = await list({ ...asked, limit: 20, from: { around: anchor?.id ?? '', offset: 0 } })
    expect(around.offset).toBe(110)
    expect(around.users.map(({ id }) => id)).toEqual(all.slice(110, 130).map(({ id }) => id))
    if (!around.next) throw new Error('The list ends early.')
    const next = await list({ ...asked, limit: 20, from: { after: around.next, offset: 130 } })
    expect(next.users.map(({ id }) => id)).toEqual(all.slice(130, 150).map(({ id }) => id))
  })
})
