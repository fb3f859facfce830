import { beforeAll, describe, expect, it } from 'vitest'
import type { Store } from '../../../backend/core/ports/store.ts'
import type { SortPosition, UserListing, UserPage } from '../../../backend/core/ports/user-listing.ts'
import { searchTerms } from '../../../src/base/fold.ts'
import type { OpenStore } from '../store-suite.ts'
import { aCompany } from './a-company.ts'
import { everyUser } from './every-user.ts'

const day = (number: number) => new Date(Date.UTC(2026, 0, number, 12, 0, 0, number))

/** In the order that every store must keep. The ids are in the opposite order, so that sorting by id fails. */
const inOrder = [
  { id: 'z20', name: '', email: 'a.first@order.example' },
  { id: 'z19', name: 'Anna' },
  { id: 'z19a', name: 'Ａnna' },
  { id: 'z19b', name: '  ÁNNA\u200f ' },
  { id: 'z18', name: 'anna b' },
  { id: 'z17b', name: 'ﬁona' },
  { id: 'z17', name: 'İpek' },
  { id: 'z16', name: 'ipek 2' },
  { id: 'z10', name: 'Łukasz' },
  { id: 'z15', name: 'Nguye\u0302\u0303n' },
  { id: 'z15a', name: 'Nguyễn' },
  { id: 'z14', name: "O'Brien" },
  { id: 'z12', name: 'Ssa' },
  { id: 'z12a', name: 'ßa' },
  { id: 'z11', name: 'ẞb' },
  { id: 'z09', name: 'ΣΟΦΟΣ' },
  { id: 'z08', name: 'Юлия' },
  { id: 'z07', name: 'דָּוִד' },
  { id: 'z06', name: 'أَحمد' },
  { id: 'z05', name: '山田 太郎' },
  { id: 'z04', name: '김민준' },
  { id: 'z03', name: '\ue000 private' },
  { id: 'z02', name: '\ufffd replaced' },
  { id: 'z01', name: '😀 Smile' },
]

const ids = ({ users }: UserPage) => users.map(({ id }) => id)

/** Order, filters, search and windows of the list of users. */
export function listingSuite(current: () => OpenStore) {
  describe('listing', () => {
    const people = aCompany([
      { id: 'u1', name: 'Zoë Müller', email: 'zoe@100%.example', roleId: 'admin', joinedAt: day(3) },
      {
        id: 'u2',
        name: 'Ana_Maria',
        roleId: 'manager',
        teamIds: ['night'],
        joinedAt: day(1),
        lastActiveAt: day(9),
      },
      { id: 'u3', name: 'back\\slash', teamIds: ['chat'], joinedAt: day(3), lastActiveAt: day(7) },
      { id: 'u4', name: 'Ali Zoe', roleId: 'manager', joinedAt: day(2), lastActiveAt: day(9) },
      { id: 'u5', name: 'Maria Ali', joinedAt: day(5), lastActiveAt: day(8) },
      { id: 'u6', name: 'anaXmaria', roleId: 'admin', teamIds: ['night'], joinedAt: day(4) },
    ])
    const ordered = aCompany(inOrder.toReversed())
    let list: (asked: Partial<UserListing>, company?: string) => Promise<UserPage>
    let store: Store

    beforeAll(async () => {
      store = current().store
      await store.createCompany(people)
      await store.createCompany(ordered)
      list = (asked, company = people.company.id) => store.users(company, { ...everyUser, ...asked })
    })

    it('orders names alike in every store, by folded text and then by id', async () => {
      expect(ids(await list({}, ordered.company.id))).toEqual(inOrder.map(({ id }) => id))
    })

    it.each([
      ['name', ['u4', 'u2', 'u6', 'u3', 'u5', 'u1']],
      ['joined', ['u2', 'u4', 'u1', 'u3', 'u6', 'u5']],
      ['lastActive', ['u1', 'u6', 'u3', 'u5', 'u2', 'u4']],
    ] as const)('sorts by %s, descending as its mirror', async (sort, expected) => {
      expect(ids(await list({ sort }))).toEqual(expected)
      expect(ids(await list({ sort, descending: true }))).toEqual(expected.toReversed())
    })

    it.each([
      ['role', { roleIds: ['manager'] }, ['u4', 'u2']],
      ['any of two roles', { roleIds: ['manager', 'admin'] }, ['u4', 'u2', 'u6', 'u1']],
      ['team, members via role included', { teamIds: ['chat'] }, ['u3', 'u5']],
      ['team that nobody has via role', { teamIds: ['night'] }, ['u2', 'u6']],
      ['any of two teams', { teamIds: ['chat', 'night'] }, ['u2', 'u6', 'u3', 'u5']],
      ['role and team together', { roleIds: ['admin'], teamIds: ['night'] }, ['u6']],
      ['unknown role', { roleIds: ['owner'] }, []],
      ['unknown team', { teamIds: ['owner'] }, []],
    ])('filters by %s', async (_name, asked, expected) => {
      const page = await list(asked)
      expect(ids(page)).toEqual(expected)
      expect(page.total).toBe(expected.length)
    })

    it.each([
      ['zoe', ['u4', 'u1']],
      ['ZOË', ['u4', 'u1']],
      ['  muller   zoe ', ['u1']],
      ['zoe ali', ['u4']],
      ['maria', ['u2', 'u6', 'u5']],
      ['ana_maria', ['u2']],
      ['0%', ['u1']],
      ['%', ['u1']],
      ['\\', ['u3']],
      ['k\\s', ['u3']],
      ['u4@', ['u4']],
      ['eali', []],
      ['nobody', []],
      ["'; drop table users; --", []],
      ['\u0000', ['u4', 'u2', 'u6', 'u3', 'u5', 'u1']],
      ['\ud800', []],
      ['   ', ['u4', 'u2', 'u6', 'u3', 'u5', 'u1']],
    ])('finds %j by all its terms', async (search, expected) => {
      const page = await list({ terms: searchTerms(search) })
      expect(ids(page)).toEqual(expected)
      expect(page.total).toBe(expected.length)
    })

    it('finds final sigma, ligatures and marks by any spelling', async () => {
      const found = async (search: string) =>
        ids(await list({ terms: searchTerms(search) }, ordered.company.id))
      expect(await found('σοφος')).toEqual(['z09'])
      expect(await found('ΣΟΦΟ')).toEqual(['z09'])
      expect(await found('fiona')).toEqual(['z17b'])
      expect(await found('nguyen')).toEqual(['z15', 'z15a'])
      expect(await found('STRASSE')).toEqual([])
      expect(await found('ss')).toEqual(['z12', 'z12a', 'z11'])
    })

    it('returns windows by offset, also past the end', async () => {
      const middle = await list({ limit: 2, from: { offset: 2 } })
      expect(ids(middle)).toEqual(['u6', 'u3'])
      expect([middle.offset, middle.total]).toEqual([2, 6])
      const beyond = await list({ limit: 2, from: { offset: 100 } })
      expect(beyond).toMatchObject({ users: [], offset: 100, total: 6 })
      expect(beyond.next).toBeUndefined()
    })

    it.each([
      ['in the middle', 'u6', 1, ['u2', 'u6', 'u3']],
      ['at the start', 'u4', 0, ['u4', 'u2', 'u6']],
      ['at the end', 'u1', 3, ['u3', 'u5', 'u1']],
    ])('centres a window on a user %s', async (_name, around, offset, expected) => {
      const page = await list({ limit: 3, from: { around, offset: 0 } })
      expect(ids(page)).toEqual(expected)
      expect([page.offset, page.total]).toEqual([offset, 6])
    })

    it('centres in a descending and filtered list', async () => {
      const mirrored = await list({ limit: 3, descending: true, from: { around: 'u6', offset: 0 } })
      expect(ids(mirrored)).toEqual(['u3', 'u6', 'u2'])
      const filtered = await list({ roleIds: ['admin'], limit: 1, from: { around: 'u1', offset: 0 } })
      expect([filtered.offset, ids(filtered)]).toEqual([1, ['u1']])
    })

    it.each(['nobody', 'z20', 'u2'])(
      'falls back to the offset where %s is not in the list',
      async (around) => {
        const page = await list({ roleIds: ['admin'], limit: 1, from: { around, offset: 1 } })
        expect([page.offset, ids(page)]).toEqual([1, ['u1']])
      },
    )

    it.each(['name', 'joined', 'lastActive'] as const)('walks by %s as offsets do', async (sort) => {
      for (const descending of [false, true]) {
        const whole = ids(await list({ sort, descending }))
        const walked: string[] = []
        let from: UserListing['from'] = { offset: 0 }
        for (let page: UserPage | undefined; page === undefined || page.next; ) {
          page = await list({ sort, descending, limit: 1, from })
          expect(page).toMatchObject({ offset: walked.length, total: 6 })
          walked.push(...ids(page))
          if (page.next) from = { after: page.next, offset: walked.length }
        }
        expect(walked).toEqual(whole)
      }
    })

    it('names the place of the last row only where more follow', async () => {
      const at = async (asked: Partial<UserListing>): Promise<SortPosition | undefined> =>
        (await list(asked)).next
      expect(await at({ limit: 6 })).toBeUndefined()
      expect(await at({ limit: 5 })).toEqual({ key: 'maria ali', id: 'u5' })
      expect(await at({ limit: 1, sort: 'joined' })).toEqual({ key: day(1).toISOString(), id: 'u2' })
      expect(await at({ limit: 1, sort: 'lastActive' })).toEqual({ key: null, id: 'u1' })
    })

    it('goes on behind a row that has left the list', async () => {
      const after = { key: 'b', id: 'gone' }
      expect(ids(await list({ from: { after, offset: 3 } }))).toEqual(['u3', 'u5', 'u1'])
      expect(ids(await list({ descending: true, from: { after, offset: 3 } }))).toEqual(['u6', 'u2', 'u4'])
    })

    it('returns nothing for an unknown company', async () => {
      expect(await list({}, 'c-unknown')).toMatchObject({ users: [], total: 0 })
    })
  })
}
