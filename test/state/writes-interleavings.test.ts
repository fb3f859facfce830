import fc from 'fast-check'
import { expect, it } from 'vitest'
import { reach } from '../reach.ts'
import { settle } from './a-list.ts'
import { aWriter } from './a-writer.ts'
import type { Fate } from './write-api.ts'

/** `npm run test:deep` tries more of them, from a new seed. */
const deep = Number(process.env.ROSTER_FUZZ)
const runs = deep ? { numRuns: deep } : { numRuns: 80, seed: 20261125 }
const floor = 8_000
const timeout = 60_000 + runs.numRuns * 150

const id = fc.constantFrom('u0', 'u1')
const roleId = fc.constantFrom('agent', 'admin', 'quality')
const teamId = fc.constantFrom('t1', 't2', 't3')
const fate = fc.constantFrom<Fate>('done', 'done', 'done', 'refused', 'lost', 'unanswered')
const step = fc.oneof(
  fc.record({ type: fc.constant('role' as const), id, roleId, fate }),
  fc.record({ type: fc.constantFrom('join' as const, 'leave' as const), id, teamId, fate }),
  fc.record({ type: fc.constant('theirRole' as const), id, roleId }),
  fc.record({ type: fc.constant('theirTeam' as const), id, teamId }),
  fc.record({ type: fc.constantFrom('refetch', 'retry', 'dismiss', 'applyYours', 'leavePage'), id }),
)

it(
  'changes of users, whatever comes first, overwrite nothing unseen, happen once, and end as the server is',
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.array(step, { minLength: 1, maxLength: 12 }),
        async (scheduler, steps) => {
          const setup = aWriter(2, (label) => scheduler.schedule(Promise.resolve(), label))
          const { server, writes, known, state, list, rowOf } = setup
          let leave = setup.open()
          let open = 0
          /** What the person had seen or given, for each user, when they asked for another role. */
          const seen = new Map([...server.list()].map((user) => [user.id, new Set<string>()]))

          async function count(change: Promise<unknown>) {
            open += 1
            await change
            open -= 1
          }

          const giveRole = (user: string, role: string) => {
            seen
              .get(user)
              ?.add(known.find(user)?.row.role.id ?? '')
              .add(role)
            void count(writes.changeRole(user, role))
          }

          function act(next: (typeof steps)[number]) {
            const isKnown = known.find(next.id) !== undefined
            if ('fate' in next && isKnown) server.fates.push(next.fate)
            if (next.type === 'role' && 'roleId' in next && isKnown) giveRole(next.id, next.roleId)
            else if ((next.type === 'join' || next.type === 'leave') && isKnown) {
              const add = next.type === 'join' ? [next.teamId] : []
              const remove = next.type === 'leave' ? [next.teamId] : []
              void count(writes.changeTeams(next.id, { add, remove }))
            } else if (next.type === 'theirRole') server.others.changeRole(next.id, next.roleId)
            else if (next.type === 'theirTeam')
              server.others.changeTeams(next.id, { add: [next.teamId], remove: [] })
            else if (next.type === 'refetch') void state.reread()
            else if (next.type === 'retry') {
              seen.get(next.id)?.add(known.find(next.id)?.row.role.id ?? '')
              void count(writes.retry(next.id, 'role'))
              void count(writes.retry(next.id, 'teams'))
            } else if (next.type === 'dismiss') writes.dismiss(next.id, 'role')
            else if (next.type === 'applyYours') {
              const conflict = writes.getConflict(next.id)
              if (conflict) giveRole(next.id, conflict.yours.id)
            } else if (next.type === 'leavePage') {
              leave()
              leave = setup.open()
            }
          }

          function check() {
            for (const { id: user } of server.list()) {
              const truth = known.find(user)?.row
              if (!writes.getPendingIds().has(user)) expect(known.shown(user)).toBe(truth)
              const row = rowOf(user)
              if (row) expect(row.role).toEqual(known.shown(user)?.role)
            }
          }

          async function run() {
            while (scheduler.count() > 0) {
              await scheduler.waitOne()
              await settle()
              check()
            }
          }

          await settle()
          scheduler.scheduleSequence(
            steps.map((next) => ({ label: JSON.stringify(next), builder: async () => act(next) })),
          )
          await run()

          expect(open).toBe(0)
          expect(writes.getPendingIds().size).toBe(0)
          expect(new Set(server.taken.map(({ intent }) => intent)).size).toBe(server.taken.length)
          for (const { id: user, from } of server.taken)
            if (from !== undefined) expect(seen.get(user)).toContain(from)

          void list.applyChanges()
          await settle()
          await run()
          for (const user of server.list()) {
            expect(known.shown(user.id)).toEqual(user)
            expect(rowOf(user.id)).toEqual(user)
          }
          expect(list.getSnapshot()).toMatchObject({ changes: 0, error: null, isFetching: false })
          leave()
        },
      ),
      runs,
    )
    reach({
      area: 'interleavings: changes',
      floor,
      reached: runs.numRuns,
      outcome: 'none twice, none lost unseen',
    })
  },
  timeout,
)
