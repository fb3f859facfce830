import { describe, expect, it, onTestFinished } from 'vitest'
import { createMemoryStore } from '../../../../backend/core/memory/create-memory-store.ts'
import { openPostgres } from '../../../../backend/node/database/open-postgres.ts'
import { retryAfterBy } from '../../../../backend/node/email/retry-after.ts'
import { createSqlStore } from '../../../../backend/node/store/create-sql-store.ts'
import { aCompanyThatInvites } from '../../suite/inviting.ts'
import { moveClock } from '../move-clock.ts'
import { createPostgres } from '../test-postgres.ts'

const hour = 3_600_000

/** Returns 0, a half and 1 in turn. */
function inTurn() {
  let at = 0
  return () => (at++ % 3) / 2
}

const stores = {
  async PostgreSQL() {
    const database = openPostgres(await createPostgres())
    const store = createSqlStore(database, { random: inTurn() })
    onTestFinished(() => store.close())
    return { store, advance: moveClock(database) }
  },
  async memory() {
    let now = Date.UTC(2026, 10, 24, 9)
    const store = createMemoryStore({ clock: () => now, random: inTurn() })
    return {
      store,
      advance: async (ms: number) => {
        now += ms
      },
    }
  },
}

describe.each(['PostgreSQL', 'memory'] as const)('K26 in %s', (kind) => {
  it('emails that were given back at once come due again one after another, within a minute', async () => {
    const { store, advance } = await stores[kind]()
    const inviteFrom = async (companies: number) => {
      for (let count = 0; count < companies; count++)
        await (await aCompanyThatInvites({ store })).inviteOne('k26@acme.example')
    }
    await inviteFrom(5)
    const held = await store.mail.claim(10, hour)
    expect(held).toHaveLength(5)
    await inviteFrom(3)
    expect(await store.mail.claim(10, hour)).toEqual([])
    for (const claim of held)
      await store.mail.settle(claim, { kind: 'later', reason: 'busy', inMs: hour, isOurs: false })
    const due: number[] = []
    for (const ms of [19_000, 2_000, 18_000, 2_000, 18_000, 2_000]) {
      await advance(ms)
      due.push((await store.mail.claim(10, hour)).length)
    }
    expect(due).toEqual([0, 1, 0, 1, 0, 1])
  })
})

describe('the wait before a next try', () => {
  it('doubles up to a bound, and is up to a fifth longer by chance', () => {
    const [least, most] = [retryAfterBy(() => 0), retryAfterBy(() => 1)]
    expect([0, 1, 2, 20, 2_000].map((tries) => least('later', tries))).toEqual([
      20_000, 40_000, 80_000, 1_800_000, 1_800_000,
    ])
    expect([0, 1, 20].map((tries) => most('ours', tries))).toEqual([18_000, 36_000, 360_000])
    expect([0, 20].map((tries) => most('busy', tries))).toEqual([1_200, 72_000])
  })
})
