import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isUnreadable, type RowSource } from '../../src/base/row-source.ts'
import { ApiError } from '../../src/client/api-error.ts'
import type { User } from '../../src/contract/users.ts'
import { reach } from '../reach.ts'
import { aList, settle } from './a-list.ts'
import { aUser } from './array-api.ts'

/** `npm run test:deep` tries more of them, from a new seed. */
const deep = Number(process.env.ROSTER_FUZZ)
const runs = deep ? { numRuns: deep } : { numRuns: 60, seed: 20261124 }
const floor = 8_000
const timeout = 60_000 + runs.numRuns * 150

const searches = ['', 'user-1', 'user-11', 'user-3']
const start = fc.constantFrom(0, 20, 45, 100, 380)
const step = fc.oneof(
  fc.record({ type: fc.constant('search' as const), search: fc.constantFrom(...searches) }),
  fc.record({ type: fc.constant('sort' as const), sort: fc.constantFrom('name' as const, '-name' as const) }),
  fc.record({ type: fc.constant('scroll' as const), start }),
  fc.record({ type: fc.constant('page' as const), start }),
  fc.record({
    type: fc.constantFrom('add', 'remove', 'edit', 'refetch', 'applyChanges', 'invalidate', 'leave'),
  }),
)
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never

const version = (user: User) => Number(user.version)
const people = Array.from({ length: 400 }, (_, number) => aUser(number, { version: '0' }))

function shown(source: RowSource<User>) {
  const rows = new Map<number, User>()
  for (let index = 0; index < source.total; index++) {
    const row = source.at(index)
    if (row && !isUnreadable(row)) rows.set(index, row)
  }
  return rows
}

describe('a list of users, whatever comes first', () => {
  it(
    'shows rows of its query alone, moves none, takes none back, and ends as the server is',
    async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.scheduler(),
          fc.array(step, { minLength: 1, maxLength: 12 }),
          async (scheduler, steps) => {
            const setup = aList(people)
            const { server, list, view, state, now } = setup
            const { list: answerOf } = server.api.users
            server.api.users.list = (query, options) => {
              const answer = answerOf(query, options)
              server.requests.at(-1)?.answer()
              // A port that knows nothing of signals: what was given up answers too, whenever it likes.
              return scheduler.schedule(Promise.resolve(), JSON.stringify(query)).then(() => answer)
            }
            let close = setup.open()
            let range = { start: 0, end: 20 }
            let before = now()
            let isMoved = true
            let isPaged = false

            /** Another list is shown from its top, except for a page, which the host turns. */
            function ask(change: () => void) {
              const { query } = view.getState()
              change()
              if (!isPaged && view.getState().query !== query) range = { start: 0, end: 20 }
            }

            const act: Record<Step['type'], (step: Step) => void> = {
              search: (next) =>
                'search' in next &&
                ask(() => view.setQuery({ ...view.getState().query, search: next.search })),
              sort: (next) => 'sort' in next && ask(() => view.setSort(next.sort)),
              scroll(next) {
                if ('start' in next) range = { start: next.start, end: next.start + 20 }
                list.loadRange(range)
              },
              page(next) {
                if ('start' in next) range = { start: next.start, end: next.start + 20 }
                isPaged = true
                list.showPage(range)
              },
              add: () => server.change((users) => [aUser(users.length + 1_000, { version: '0' }), ...users]),
              remove: () => server.change((users) => users.toSpliced(3, 2)),
              edit: () =>
                server.touch((users) => users.map((user) => ({ ...user, version: `${version(user) + 1}` }))),
              refetch: () => void list.refetch(),
              applyChanges: () => void list.applyChanges(),
              invalidate: () => state.invalidate(),
              leave() {
                close()
                close = setup.open()
              },
            }

            async function check() {
              await settle()
              const { query } = view.getState()
              const { source, isPlaceholder, status } = now()
              const rows = shown(source)
              if (!isPlaceholder && status === 'ready')
                for (const user of rows.values()) expect(user.email).toContain(query.search ?? '')
              if (!isMoved && !before.isPlaceholder && before.status === 'ready') {
                const old = shown(before.source)
                for (let index = range.start; index < range.end; index++) {
                  const [was, is] = [old.get(index), rows.get(index)]
                  if (!was) continue
                  expect(is?.id).toBe(was.id)
                  if (is) expect(version(is)).toBeGreaterThanOrEqual(version(was))
                }
              }
              before = now()
              isMoved = false
            }

            scheduler.scheduleSequence(
              steps.map((next) => ({
                label: JSON.stringify(next),
                builder: async () => {
                  isMoved = !['add', 'remove', 'edit', 'refetch', 'invalidate'].includes(next.type)
                  act[next.type](next)
                },
              })),
            )
            await check()
            while (scheduler.count() > 0) {
              await scheduler.waitOne()
              await check()
            }

            void list.applyChanges()
            await settle()
            while (scheduler.count() > 0) {
              await scheduler.waitOne()
              await settle()
            }
            expect(now()).toMatchObject({
              status: 'ready',
              error: null,
              isFetching: false,
              isPlaceholder: false,
            })
            expect(now().changes).toBe(0)
            const { search = '', sort } = view.getState().query
            const found = server.users().filter(({ email }) => email.includes(search))
            const truth = sort === '-name' ? found.toReversed() : found
            const rows = shown(now().source)
            expect(now().source.total).toBe(truth.length)
            for (const [index, user] of rows) expect(user).toEqual(truth[index])
            close()
          },
        ),
        runs,
      )
      reach({
        area: 'interleavings: a list',
        floor,
        reached: runs.numRuns,
        outcome: 'as the server is, when quiet',
      })
    },
    timeout,
  )

  it(
    'ends with the list where each failure is met by another try',
    async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.tuple(fc.constantFrom(...searches), fc.array(fc.boolean(), { maxLength: 3 })), {
            minLength: 1,
            maxLength: 5,
          }),
          async (rounds) => {
            const setup = aList(people)
            const { server, list, view, now } = setup
            const close = setup.open()
            for (const [search, fates] of rounds) {
              view.setQuery({ search })
              for (const fate of fates) {
                await settle()
                for (const request of server.requests.splice(0))
                  fate ? request.answer() : request.fail(new ApiError('unavailable', 'not now'))
                await settle()
                expect(now().isFetching).toBe(false)
                if (now().error) expect(now().status === 'error' || now().rows.length > 0).toBe(true)
                void list.refetch()
              }
            }
            await setup.answer()
            expect(now()).toMatchObject({ status: 'ready', error: null, isPlaceholder: false })
            const { search = '' } = view.getState().query
            expect(now().source.total).toBe(people.filter(({ email }) => email.includes(search)).length)
            close()
          },
        ),
        runs,
      )
      reach({
        area: 'interleavings: failures',
        floor,
        reached: runs.numRuns,
        outcome: 'the list, after another try',
      })
    },
    timeout,
  )
})
